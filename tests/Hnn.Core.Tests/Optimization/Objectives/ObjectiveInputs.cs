using System.Collections.Immutable;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization.Objectives;

/// <summary>Makes what objectives see without simulating.</summary>
internal static class ObjectiveInputs
{
    /// <summary>A result whose trials have these dipoles and no spikes.</summary>
    public static SimulationResult ResultOf(params ImmutableArray<Dipole> trials) => new()
    {
        Dipoles = trials,
        CellResponse = new CellResponse([.. trials.Select(_ => SpikeTable.Empty)]),
        Electrodes = [],
        Provenance = new Provenance("", SimulationOptions.Default, [], ""),
    };

    /// <summary>What an objective sees of one trial, neither scaled nor smoothed.</summary>
    public static ObjectiveInput InputOf(Dipole simulated, Dipole? target = null) => ObjectiveInput.Of(ResultOf(simulated), target);

    /// <summary>A dipole with a sample every millisecond from 0 on.</summary>
    public static Dipole Sampled(int samples, Func<double, double> value) =>
        new([.. Enumerable.Range(0, samples).Select(i => (double)i)], [.. Enumerable.Range(0, samples).Select(i => value(i))]);

    /// <summary>A recorded dipole, named as in the recordings: <c>sims/erp_10x10 trial 0</c>, perhaps with <c>, scale 3000, smooth 20</c> behind.</summary>
    public static Dipole Recorded(string name)
    {
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var table = ReferenceData.Table($"{words[0]}/dipole_trial{words[2]}.csv.gz");
        return new Dipole([.. table["time"]], table.Columns.Skip(1).Select(layer => KeyValuePair.Create(layer, table[layer].ToImmutableArray())));
    }
}
