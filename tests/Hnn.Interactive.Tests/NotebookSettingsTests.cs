using System.Reflection;
using Hnn.Interactive.Charts;
using Hnn.Plots.Colors;
using Hnn.Plots.Plotly;

namespace Hnn.Interactive.Tests;

[Collection(nameof(TheNotebook))]
public class NotebookSettingsTests
{
    [Fact]
    public void A_mode_that_does_not_exist_is_refused() =>
        Assert.Contains("Choose Live or Static.", Assert.Throws<ArgumentException>(() => NotebookSettings.ChartMode = (ChartMode)7).Message, StringComparison.Ordinal);

    [Fact]
    public void Pictures_have_the_theme_of_the_notebook()
    {
        var (figure, formatter) = (Plots.Plots.DipoleLayers(Samples.Target), OfflineNotebook.FormatterOf(Plots.Plots.DipoleLayers(Samples.Target)));
        var light = formatter.Format(figure, "image/png");

        NotebookSettings.Theme = Theme.Dark;
        var dark = formatter.Format(figure, "image/png");
        NotebookSettings.Theme = Theme.Light;

        Assert.NotEqual(light, dark);
        Assert.Equal(light, formatter.Format(figure, "image/png"));
    }

    [Fact]
    public void Live_charts_have_the_theme_of_the_notebook()
    {
        var (figure, charts) = (Plots.Plots.DipoleLayers(Samples.Target), new LiveCharts(Assembly.Load));

        NotebookSettings.Theme = Theme.Dark;
        var dark = charts.BundleOf(figure)![FigureDrawing.ChartMimeType];
        NotebookSettings.Theme = Theme.Light;

        Assert.Equal(PlotlyRenderer.ToJson(figure, Theme.Dark), dark);
        Assert.Equal(PlotlyRenderer.ToJson(figure), charts.BundleOf(figure)![FigureDrawing.ChartMimeType]);
        Assert.NotEqual(PlotlyRenderer.ToJson(figure), dark);
    }
}
