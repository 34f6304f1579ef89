using Hnn.Core.Results;
using Hnn.Core.Tests.Optimization.Objectives;
using Hnn.Testing;

namespace Hnn.Core.Tests.Results;

public class DipolePeakTests
{
    [Fact]
    public void Peaks_are_maxima_and_minima_in_the_order_of_their_latencies()
    {
        // Range 10. The minimum -4 lies 4 below the start at 0 and 10 below the maximum, which lies 7 above the dip to -1 at the end.
        var dipole = new Dipole([0, 10, 20, 30, 40, 50], [0, -4, 1, 6, -1, -1]);

        var peaks = dipole.Peaks();

        Assert.Equal([new(10, -4, 4, IsMaximum: false), new(30, 6, 7, IsMaximum: true)], peaks);
    }

    [Fact]
    public void Ripples_below_a_tenth_of_the_range_are_left_out_unless_asked_for()
    {
        var dipole = ObjectiveInputs.Sampled(100, time => 10 * Math.Sin(2 * Math.PI * time / 100) + 0.8 * Math.Sin(2 * Math.PI * time / 5));

        Assert.Equal([true, false], dipole.Peaks().Select(peak => peak.IsMaximum));
        Assert.True(dipole.Peaks(prominence: 0.01).Length > 10);
        Assert.Empty(dipole.Peaks(prominence: 1));
    }

    [Fact]
    public void The_peaks_of_a_dipole_turned_over_are_the_same_with_the_opposite_sign()
    {
        var dipole = ObjectiveInputs.Sampled(300, time => Math.Sin(time / 7) * Math.Cos(time / 23) + 0.3 * Math.Sin(time));

        var turned = dipole.Scaled(-2).Peaks(0.05);

        Assert.Equal(
            dipole.Peaks(0.05).Select(peak => new DipolePeak(peak.Latency, -2 * peak.Amplitude, 2 * peak.Prominence, !peak.IsMaximum)), turned);
        Assert.True(turned.Length > 10);
    }

    [Fact]
    public void Peaks_depend_on_the_window_and_a_constant_has_none()
    {
        var dipole = ObjectiveInputs.Sampled(200, time => time < 50 ? 100 * Math.Sin(time) : Math.Sin(time / 10));

        Assert.DoesNotContain(dipole.Peaks(), peak => peak.Latency > 60);
        Assert.Equal([79.0, 110, 141, 173], dipole.Peaks(start: 60).Select(peak => peak.Latency)); // half a period, 31.4 ms, apart; first at 25 pi
        Assert.Empty(ObjectiveInputs.Sampled(50, _ => 3).Peaks());
        Assert.Throws<ArgumentOutOfRangeException>(() => dipole.Peaks(prominence: 1.5));
    }
}
