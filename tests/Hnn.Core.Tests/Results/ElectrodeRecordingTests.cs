using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Testing;

namespace Hnn.Core.Tests.Results;

public class ElectrodeRecordingTests
{
    [Fact]
    public void Choosing_trials_keeps_the_electrodes_as_they_are()
    {
        var recording = new ElectrodeRecording(Shank(1, minDistance: 2.5), [0, 1], [[[1, 2]], [[3, 4]], [[5, 6]]]);

        var chosen = recording.Select(2, 0);

        Assert.Equal(2.5, chosen.Array.MinDistance);
        Assert.Equal([5.0, 6.0], chosen.Voltages[0][0]);
        Assert.Equal(2, chosen.TrialCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => recording.Select(3));
    }

    [Fact]
    public void A_shape_that_does_not_fit_the_electrodes_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ElectrodeRecording(Shank(2), [0, 1], [[[1, 2]]]));
        Assert.Throws<ArgumentException>(() => new ElectrodeRecording(Shank(1), [0, 1], [[[1, 2, 3]]]));
    }

    [Fact]
    public void Uneven_times_have_no_sampling_rate() =>
        Assert.Throws<InvalidOperationException>(() => new ElectrodeRecording(Shank(1), [0, 1, 3], [[[1, 2, 3]]]).SamplingRate);

    [Fact]
    public void Smoothing_agrees_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var (raw, recorded) = (ReferenceData.Table("sims/small_lfp/lfp_psa_trial0.csv.gz"), ReferenceData.Table("signal/lfp_smoothed_small_lfp_psa.csv.gz"));
        var contacts = raw.Columns[1..];
        var recording = new ElectrodeRecording(Shank(contacts.Length), [.. raw["time"]], [[.. contacts.Select(contact => raw[contact].ToImmutableArray())]]);

        var smoothed = recording.Smoothed(10);

        // signal/meta.json: a window of 10 ms at 9999.999999997726 Hz, every 10th row kept.
        Assert.Equal(9999.999999997726, recording.SamplingRate, 1e-8);
        foreach (var (index, contact) in recorded.Columns[1..].Index())
            Assert.True(Closeness.RelativeToPeak(recorded[contact], smoothed.Voltages[0][index].Where((_, sample) => sample % 10 == 0)) < 1e-12);
    }

    private static ElectrodeArray Shank(int contacts, double minDistance = 0.5) =>
        new("shank", [.. Enumerable.Range(0, contacts).Select(k => new Point3(0, 0, 100 * k))], 0.3, FieldMethod.PointSource, minDistance);
}
