using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Core.Sweeps.Storage;

/// <summary>Makes tables of points, one row per point, sample or spike.</summary>
internal static class SweepTables
{
    public const string PointsName = "points";

    private static readonly ImmutableArray<(SweepOutputs Output, string Name, Func<ImmutableArray<Trial>, SweepTable> Make)> Kinds =
    [
        (SweepOutputs.Dipoles, "dipoles", OfDipoles),
        (SweepOutputs.Spikes, "spikes", OfSpikes),
        (SweepOutputs.Potentials, "potentials", OfPotentials),
        (SweepOutputs.Recordings, "recordings", OfRecordings),
    ];

    /// <summary>Names of the tables of some outputs.</summary>
    public static IEnumerable<string> NamesOf(SweepOutputs outputs) => Kinds.Where(kind => outputs.HasFlag(kind.Output)).Select(kind => kind.Name);

    /// <summary>The tables of some outputs of points; those that failed have no rows.</summary>
    public static IEnumerable<(string Name, SweepTable Table)> Of(IEnumerable<SweepPoint> points, SweepOutputs outputs)
    {
        var trials = points.Where(point => point.Result is not null)
            .SelectMany(point => Enumerable.Range(0, point.Result!.Dipoles.Length).Select(trial => new Trial(point.Index, trial, point.Result))).ToImmutableArray();
        return Kinds.Where(kind => outputs.HasFlag(kind.Output)).Select(kind => (kind.Name, kind.Make(trials)));
    }

    /// <summary>The table of the points themselves.</summary>
    public static SweepTable OfPoints(IReadOnlyCollection<SweepPoint> points, IEnumerable<string> parameters, IEnumerable<string> summaries) => new(
    [
        ("point", points.Select(point => point.Index).ToArray()),
        .. parameters.Select(name => (name, (Array)points.Select(point => point.Parameters[name]).ToArray())),
        .. summaries.Select(name => (name, (Array)points.Select(point => point[name]).ToArray())),
        ("fault", points.Select(point => point.Fault ?? "").ToArray()),
    ]);

    /// <summary>What a column of a table holds: <c>int</c>, <c>double</c> or <c>string</c>; what a text file does not say.</summary>
    public static Type TypeOf(string table, string column) => (table, column) switch
    {
        (PointsName, "point") => typeof(int),
        (PointsName, "fault") => typeof(string),
        (PointsName, _) => typeof(double),
        (_, "point" or "trial" or "gid" or "contact") => typeof(int),
        (_, "type" or "array" or "quantity" or "section" or "receptor") => typeof(string),
        _ => typeof(double),
    };

    private static SweepTable OfDipoles(ImmutableArray<Trial> trials)
    {
        var layers = trials.SelectMany(trial => trial.Dipole.Layers).Distinct().DefaultIfEmpty(Dipole.Aggregate);
        return new(
        [
            .. Keys(trials, trial => trial.Dipole.Times.Length),
            ("time", All(trials, trial => trial.Dipole.Times)),
            .. layers.Select(layer => (layer, (Array)All(trials, trial => trial.Layer(layer)))),
        ]);
    }

    private static SweepTable OfSpikes(ImmutableArray<Trial> trials) => new(
    [
        .. Keys(trials, trial => trial.Spikes.Count),
        ("time", All(trials, trial => trial.Spikes.Times)),
        ("gid", All(trials, trial => trial.Spikes.Gids)),
        ("type", All(trials, trial => trial.Spikes.Types)),
    ]);

    private static SweepTable OfPotentials(ImmutableArray<Trial> trials)
    {
        var contacts = (from trial in trials
                        from electrodes in trial.Result.Electrodes
                        from contact in Enumerable.Range(0, electrodes.Array.Contacts.Length)
                        select (Trial: trial, Electrodes: electrodes, Contact: contact, Samples: electrodes.Times.Length)).ToImmutableArray();
        return new(
        [
            .. Keys(contacts, each => each.Trial, each => each.Samples),
            ("array", All(contacts, each => Enumerable.Repeat(each.Electrodes.Array.Name, each.Samples))),
            ("contact", All(contacts, each => Enumerable.Repeat(each.Contact, each.Samples))),
            ("time", All(contacts, each => each.Electrodes.Times)),
            ("potential", All(contacts, each => each.Electrodes.Voltages[each.Trial.Number][each.Contact])),
        ]);
    }

    private static SweepTable OfRecordings(ImmutableArray<Trial> trials)
    {
        var traces = (from trial in trials
                      from probe in trial.Result.CellResponse.Probes
                      select (Trial: trial, Probe: probe, Samples: trial.Result.CellResponse.Times.Length)).ToImmutableArray();
        return new(
        [
            .. Keys(traces, each => each.Trial, each => each.Samples),
            ("quantity", All(traces, each => Enumerable.Repeat(each.Probe.Quantity.ToString(), each.Samples))),
            ("gid", All(traces, each => Enumerable.Repeat(each.Probe.Gid, each.Samples))),
            ("section", All(traces, each => Enumerable.Repeat(each.Probe.Section, each.Samples))),
            ("receptor", All(traces, each => Enumerable.Repeat(each.Probe.Receptor ?? "", each.Samples))),
            ("time", All(traces, each => each.Trial.Result.CellResponse.Times)),
            ("value", All(traces, each => each.Trial.Result.CellResponse.Trace(each.Trial.Number, each.Probe))),
        ]);
    }

    private static IEnumerable<(string Name, Array Values)> Keys(ImmutableArray<Trial> trials, Func<Trial, int> rows) => Keys(trials, trial => trial, rows);

    private static IEnumerable<(string Name, Array Values)> Keys<T>(ImmutableArray<T> groups, Func<T, Trial> trial, Func<T, int> rows) =>
    [
        ("point", All(groups, group => Enumerable.Repeat(trial(group).Point, rows(group)))),
        ("trial", All(groups, group => Enumerable.Repeat(trial(group).Number, rows(group)))),
    ];

    private static TValue[] All<T, TValue>(ImmutableArray<T> groups, Func<T, IEnumerable<TValue>> values) => [.. groups.SelectMany(values)];

    /// <summary>One trial of a point.</summary>
    private sealed record Trial(int Point, int Number, SimulationResult Result)
    {
        public Dipole Dipole => Result.Dipoles[Number];

        public SpikeTable Spikes => Result.CellResponse.Trials[Number];

        // A network whose closure leaves out cells may lack a layer that others have.
        public IEnumerable<double> Layer(string name) => Dipole.Layers.Contains(name) ? Dipole[name] : Enumerable.Repeat(double.NaN, Dipole.Times.Length);
    }
}
