using Hnn.Plots.Colors;
using Plotly.NET;

namespace Hnn.Plots.Plotly.Tests;

public class NotebookChartsTests
{
    private const string Json = "application/vnd.plotly.v1+json";

    [Fact]
    public void A_figure_and_its_chart_have_the_same_forms()
    {
        var (figure, chart) = (NotebookCharts.Bundle(Draw.Film(), Picture.Dot), NotebookCharts.Bundle(PlotlyRenderer.ToChart(Draw.Film()), Picture.Dot));

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html"], figure.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(figure[Json], chart[Json]);
        Assert.Contains(Picture.Dot, figure["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_has_the_theme_that_is_asked_for()
    {
        var (light, dark) = (NotebookCharts.Bundle(Draw.Film(), null), NotebookCharts.Bundle(Draw.Film(), null, Theme.Dark));

        Assert.Equal(PlotlyRenderer.ToJson(Draw.Film(), Theme.Dark), dark[Json]);
        Assert.NotEqual(light[Json], dark[Json]);
    }

    [Fact]
    public void The_type_of_charts_can_be_asked_for() => Assert.Equal(typeof(GenericChart), NotebookCharts.ChartType);

    [Fact]
    public void Whatever_else_is_given_is_an_error_that_says_what_to_give()
    {
        var error = Assert.Throws<ArgumentException>(() => NotebookCharts.Bundle("text", null));

        Assert.Contains("Pass a Figure or a GenericChart", error.Message, StringComparison.Ordinal);
    }
}
