using System.Collections.Immutable;
using Hnn.Plots.Plotly;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Interactive.Tests;

[Collection(nameof(TheNotebook))]
public class NotebookExtensionTests
{
    private static readonly Plots.Figure Figure = Plots.Plots.DipoleLayers(Samples.Target);

    public NotebookExtensionTests() => NotebookExtension.Load();

    [Fact]
    public void A_notebook_shows_values_as_our_formatters_write_them()
    {
        var text = Samples.Target.ToDisplayString("text/plain");

        Assert.StartsWith("Dipole: 0 to 6 ms, 4 samples", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_again_changes_nothing()
    {
        var before = Samples.Target.ToDisplayString("text/html");

        NotebookExtension.Load();

        Assert.Equal(before, Samples.Target.ToDisplayString("text/html"));
    }

    public static TheoryData<object> SeveralDipoles =>
        [(object)new[] { Samples.Target }, new List<Core.Results.Dipole> { Samples.Target }, ImmutableArray.Create(Samples.Target), (object)Enumerable.Repeat(Samples.Target, 1)];

    [Theory, MemberData(nameof(SeveralDipoles), DisableDiscoveryEnumeration = true)]
    public void Dipoles_look_alike_in_every_kind_of_list(object dipoles)
    {
        Assert.Equal(["text/html", "image/png", "text/plain"], Formatter.GetPreferredMimeTypesFor(dipoles.GetType()));
        Assert.StartsWith("1 dipole\n", dipoles.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_static_notebook_figures_are_pictures_and_words_while_tables_stay()
    {
        using var notebook = new TheNotebook(mode: ChartMode.Static);

        Assert.Equal(["image/png", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Plots.Figure)));
        Assert.Contains("text/html", Formatter.GetPreferredMimeTypesFor(typeof(Core.Results.Dipole)));
        Assert.DoesNotContain("<script", Samples.Target.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_static_notebook_a_chart_of_Plotly_itself_is_a_sentence_since_it_has_no_picture()
    {
        var chart = PlotlyRenderer.ToChart(Figure);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(NotebookCharts.ChartType));

        using var notebook = new TheNotebook(mode: ChartMode.Static);

        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(NotebookCharts.ChartType));
        Assert.Equal("A chart of Plotly.NET: drawn where scripts run, and only in ChartMode.Live; it has no static picture.", chart.ToDisplayString("text/plain"));
    }

    [Fact]
    public void In_a_live_notebook_figures_are_charts_with_a_picture_inside()
    {
        Assert.Equal("Figures are shown as live charts by Plotly.", NotebookExtension.Charts);

        var html = Figure.ToDisplayString("text/html");

        Assert.Contains("<script", html, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_our_own_host_is_given_a_chart_to_draw_itself_since_others_send_it_as_a_string()
    {
        Assert.DoesNotContain("application/vnd.plotly.v1+json", Formatter.GetPreferredMimeTypesFor(typeof(Plots.Figure)));

        using var notebook = new TheNotebook(host: _ => _ => { });

        Assert.Contains("application/vnd.plotly.v1+json", Formatter.GetPreferredMimeTypesFor(typeof(Plots.Figure)));
        Assert.Equal('{', Figure.ToDisplayString("application/vnd.plotly.v1+json")[0]);
    }

    [Fact]
    public void The_package_loads_itself_into_a_notebook_with_a_line_that_names_a_method_that_is_there()
    {
        var dib = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"));

        Assert.Equal($"#!csharp\n{typeof(NotebookExtension).FullName}.{nameof(NotebookExtension.Load)}();\n", dib);
    }
}
