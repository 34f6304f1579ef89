using System.Collections.Immutable;
using Hnn.Core.Analysis;
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

    [Fact]
    public void Current_sources_agree_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Table("signal/csd_small_lfp_psa.csv.gz");
        var raw = ReferenceData.Table("sims/small_lfp/lfp_psa_trial0.csv.gz");
        var contacts = raw.Columns[1..];
        var recording = new ElectrodeRecording(
            Line(contacts.Length, new(35, 35, -325), new(0, 0, 225)), [.. raw["time"]], [[.. contacts.Select(contact => raw[contact].ToImmutableArray())]]);

        var density = recording.Csd();

        // signal/meta.json: every 10th row kept. Second differences cost the few digits that neighbouring contacts have in common.
        Assert.Equal([-325.0, -100, 125], density.Heights[..3]);
        Assert.Equal(recorded["time"], density.Times.Where((_, sample) => sample % 10 == 0));
        foreach (var (row, contact) in contacts.Index())
            Assert.True(Closeness.RelativeToPeak(recorded[contact], density.Values[row].Where((_, sample) => sample % 10 == 0)) < 1e-12);
    }

    [Fact]
    public void Current_sources_are_those_of_the_chosen_trial_and_the_same_for_contacts_in_falling_order()
    {
        ImmutableArray<ImmutableArray<double>> rising = [[0, 1], [2, 2], [7, 0], [1, 1]];
        var recording = new ElectrodeRecording(Line(4, new(0, 0, 10.5), new(0, 0, 50)), [0, 1], [[.. rising.Select(_ => ImmutableArray.Create(0.0, 0))], rising]);
        var turned = new ElectrodeRecording(Line(4, new(0, 0, 160.5), new(0, 0, -50)), [0, 1], [[.. rising.Reverse()]]);

        Assert.All(recording.Csd(trial: 0).Values, row => Assert.Equal([0.0, 0.0], row));
        Assert.Equal([-3 / 2500.0, 3 / 2500.0], recording.Csd(trial: 1).Values[1], (a, b) => Math.Abs(a - b) < 1e-15); // 0 - 2·2 + 7 and 1 - 2·2 + 0
        Assert.Equal(recording.Csd(trial: 1).Values.SelectMany(row => row), turned.Csd().Values.Reverse().SelectMany(row => row));
        Assert.Equal([160.5, 110.5, 60.5, 10.5], turned.Csd().Heights);
        Assert.Throws<ArgumentOutOfRangeException>(() => recording.Csd(trial: 2));
    }

    [Fact]
    public void Current_sources_may_take_the_conductivity_of_the_array()
    {
        var recording = new ElectrodeRecording(Shank(4), [0, 1], [[[0, 0], [1, 1], [4, 4], [9, 9]]]);

        // -0.3 S/m times 2 µV / (100 µm)², that is 2e-4 µV/µm² or 200 V/m².
        Assert.Equal(-60, recording.Csd(asCurrent: true).Values[1][0], 1e-12);
        Assert.Equal("A/m³", recording.Csd(asCurrent: true).Unit);
    }

    [Theory]
    [InlineData("only 3", 0, 0, 0, 0, 0, 100, 0, 0, 200)]
    [InlineData("at one height", 0, 0, 5, 100, 0, 5, 200, 0, 5, 300, 0, 5)]
    [InlineData("see contact 3", 0, 0, 0, 0, 0, 100, 0, 0, 200, 0, 0, 310)]
    [InlineData("see contact 2", 0, 0, 0, 0, 0, 100, 1, 0, 200, 0, 0, 300)]
    public void Contacts_that_are_no_laminar_electrode_have_no_current_sources(string why, params int[] positions)
    {
        ImmutableArray<Point3> contacts = [.. positions.Chunk(3).Select(p => new Point3(p[0], p[1], p[2]))];
        var recording = new ElectrodeRecording(Shank(1) with { Contacts = contacts }, [0, 1], [[.. contacts.Select(_ => ImmutableArray.Create(0.0, 0))]]);

        var refused = Assert.Throws<InvalidOperationException>(() => recording.Csd());

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_oblique_line_counts_by_its_heights()
    {
        var recording = new ElectrodeRecording(Line(4, new(0, 0, 0), new(30, 0, 40)), [0, 1], [[[0, 0], [1, 1], [4, 4], [9, 9]]]);

        Assert.Equal(-2 / 1600.0, recording.Csd().Values[1][0], 1e-18);
    }

    [Fact]
    public void Decimating_keeps_trials_and_contacts()
    {
        ImmutableArray<double> samples = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i / 9.0))];
        var recording = new ElectrodeRecording(Shank(1), [.. Enumerable.Range(0, 100).Select(i => i * 0.5)], [[samples], [samples]]);

        var decimated = recording.Decimated(4);

        Assert.Equal([0.0, 2, 4], decimated.Times[..3]);
        Assert.Equal(Decimation.Decimate(samples.AsSpan(), 4), decimated.Voltages[1][0]);
    }

    private static ElectrodeArray Line(int contacts, Point3 first, Point3 step) =>
        Shank(1) with { Contacts = [.. Enumerable.Range(0, contacts).Select(k => first + k * step)] };

    private static ElectrodeArray Shank(int contacts, double minDistance = 0.5) =>
        new("shank", [.. Enumerable.Range(0, contacts).Select(k => new Point3(0, 0, 100 * k))], 0.3, FieldMethod.PointSource, minDistance);
}
