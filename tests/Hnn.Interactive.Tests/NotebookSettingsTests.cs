using Hnn.Plots.Colors;

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
}
