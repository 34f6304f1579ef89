using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Packages;

/// <summary>What users of other hosts do: the toolkit comes into the notebook as packages, and nothing of Hnn.Interactive is there before.</summary>
public sealed class PackedToolkitTests(PackedToolkit toolkit) : IClassFixture<PackedToolkit>
{
    [Fact]
    public void The_packed_toolkit_teaches_a_notebook_how_its_values_look_as_soon_as_it_is_loaded()
    {
        Assert.True(toolkit.IsFromPackage);
        Assert.StartsWith("Network: 270 cells, ", toolkit.Network["text/plain"], StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,", toolkit.Network["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("iVBORw0KGgo", toolkit.Network["image/png"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_packed_Plotly_library_figures_are_pictures()
    {
        Assert.DoesNotContain("<script", toolkit.Picture["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("iVBORw0KGgo", toolkit.Picture["image/png"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_packed_toolkit_finds_its_runner_and_simulates_on_ranks_as_on_threads()
    {
        Assert.SkipUnless(InstalledMpi.IsAvailable, InstalledMpi.WhySkipped);

        Assert.True(toolkit.AreRanksLikeThreads);
        Assert.Equal("", toolkit.RankWords);
    }

    [Fact]
    public void With_it_added_later_they_are_live_charts_with_a_picture_inside()
    {
        Assert.Equal("Figures are shown as live charts by Plotly.", toolkit.Charts);
        Assert.StartsWith("<div class=\"hnn-chart\"", toolkit.Chart["text/html"], StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", toolkit.Chart["text/html"], StringComparison.Ordinal);
    }
}
