using Hnn.Core.Results;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class PsdTests
{
    private static readonly Dipole Sine = Of(sample => Math.Sin(2 * Math.PI * 20 * sample / 1000));
    private static readonly Dipole Flat = Of(_ => 0);

    [Fact]
    public void The_line_is_the_spectrum_of_the_dipole()
    {
        var dipole = SmallRun.Result.Dipoles[0];

        var panel = Plots.Psd([dipole]).Panels.Single();

        var line = (LineTrace)panel.Traces.Single();
        Assert.Equal(dipole.Psd().Frequencies, line.X);
        Assert.Equal(dipole.Psd().Density, line.Y);
        Assert.Equal(("Frequency (Hz)", "Power density (nAm²/Hz)"), (panel.X.Label, panel.Y.Label));
        Assert.Equal((0.0, dipole.Psd().Frequencies[^1]), (panel.X.Min, panel.X.Max));
    }

    // hnn-core 0.6 shows the last trial alone, here nothing.
    [Fact]
    public void Of_several_trials_it_is_the_mean_of_their_spectra()
    {
        var line = (LineTrace)Plots.Psd([Sine, Flat]).Panels.Single().Traces.Single();

        Assert.Equal(Sine.Psd().Density.Select(density => density / 2), line.Y);
        Assert.Equal(20, line.X[line.Y.IndexOf(line.Y.Max())], 1e-9);
    }

    [Fact]
    public void Frequencies_are_limited_by_axis_and_line()
    {
        var panel = Plots.Psd([Sine], minFrequency: 10, maxFrequency: 40).Panels.Single();

        Assert.Equal((10.0, 40.0), (panel.X.Min, panel.X.Max));
        Assert.True(((LineTrace)panel.Traces.Single()).X.Length < 40);
    }

    [Fact]
    public void Each_layer_is_a_line()
    {
        var dipole = SmallRun.Result.Dipoles[0];

        var traces = Plots.Psd([dipole], layers: ["agg", "L5"], start: 10, stop: 35).Panels.Single().Traces;

        Assert.Equal(["Whole", "L5"], traces.Select(trace => trace.Name));
        Assert.Equal(dipole.Psd(10, 35, "L5").Density, ((LineTrace)traces[1]).Y);
    }

    [Fact]
    public void A_scale_is_squared_at_the_axis() => Assert.Equal("Power density ((nAm × 3000)²/Hz)", Plots.Psd([Sine.Scaled(3000)]).Panels.Single().Y.Label);

    [Fact]
    public void Dipoles_are_compared_by_name_with_their_scales_in_the_legend() =>
        Assert.Equal(["measured", "simulated × 10"], Plots.Psd([("measured", Sine), ("simulated", Flat.Scaled(10))]).Panels.Single().Traces.Select(trace => trace.Name));

    [Fact]
    public void No_dipole_mixed_scales_and_an_axis_that_ends_early_are_errors()
    {
        Assert.Throws<ArgumentException>(() => Plots.Psd(Array.Empty<Dipole>()));
        Assert.Throws<ArgumentException>(() => Plots.Psd(Array.Empty<(string, Dipole)>()));
        Assert.Contains("Scale all alike", Assert.Throws<ArgumentException>(() => Plots.Psd([Sine, Sine.Scaled(2)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.Psd([Sine], minFrequency: 50, maxFrequency: 40));
    }

    // 1 kHz; one sample more than a second, since the last is not part of the window.
    private static Dipole Of(Func<int, double> value) => new([.. Enumerable.Range(0, 1001).Select(sample => (double)sample)], [.. Enumerable.Range(0, 1001).Select(value)]);
}
