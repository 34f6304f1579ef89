using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class SensitivityTests
{
    private static readonly SobolIndices Indices = new()
    {
        Loss = [new("mu", new(0.5, 0.4, 0.6), new(0.7, 0.65, 0.8)), new("sigma", new(-0.01, -0.1, 0.1), new(0.2, 0.1, 0.3))],
        Residuals = [],
        Evaluations = 100,
        SamplesUsed = 25,
        Confidence = 0.95,
    };

    [Fact]
    public void Each_parameter_has_a_bar_for_itself_alone_and_one_with_its_interactions()
    {
        var panel = Plots.Sensitivity(Indices).Panels.Single();

        var bars = panel.Traces.OfType<HistogramTrace>().ToArray();
        Assert.Equal(["mu", "sigma"], panel.X.Ticks.Select(tick => tick.Text));
        Assert.Equal([-0.3, 0, 0.3, 0.7, 1, 1.3], bars[0].Edges);
        // An estimate below 0 has no bar; gaps lie between the parameters.
        Assert.Equal([0.5, 0, 0, 0, 0], bars[0].Counts);
        Assert.Equal([0, 0.7, 0, 0, 0.2], bars[1].Counts);
    }

    [Fact]
    public void Limits_are_strokes_at_the_bars()
    {
        var limits = Plots.Sensitivity(Indices).Panels.Single().Traces.OfType<LineTrace>().Single();

        Assert.Equal("95 % limits", limits.Name);
        Assert.Equal([-0.15, -0.15, double.NaN, 0.15, 0.15, double.NaN], limits.X[..6]);
        Assert.Equal([0.4, 0.6, double.NaN, 0.65, 0.8, double.NaN], limits.Y[..6]);
    }

    [Fact]
    public void The_waveform_has_a_panel_of_its_own_above_the_loss() =>
        Assert.Equal(["Waveform", "Loss"], Plots.Sensitivity(Indices with { Residuals = Indices.Loss }).Panels.Select(panel => panel.Title));

    [Fact]
    public void Elementary_effects_are_bars_of_mean_size_and_deviation()
    {
        var screening = new MorrisScreening([new("mu", -2, 3, 1, 10), new("sigma", 0, double.NaN, double.NaN, 0)], 44);

        var panel = Plots.ElementaryEffects(screening, unit: "nAm").Panels.Single();

        var bars = panel.Traces.Cast<HistogramTrace>().ToArray();
        Assert.Equal("Change of the loss over the range (nAm)", panel.Y.Label);
        Assert.Equal([3.0, 0, 0, 0, 0], bars[0].Counts);
        Assert.Equal([0.0, 1, 0, 0, 0], bars[1].Counts);
    }
}
