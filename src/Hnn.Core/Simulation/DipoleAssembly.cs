using System.Collections.Immutable;
using Hnn.Core.Analysis;
using Hnn.Core.Results;
using Hnn.Engine.Runs;

namespace Hnn.Core.Simulation;

/// <summary>Makes a trial's dipole of what the engine recorded: layers, resting dipole subtracted, sum of the layers, fAm to nAm, in this order.</summary>
internal static class DipoleAssembly
{
    private const double NanoPerFemto = 1e-6;

    public static Dipole Of(Recording recording, SimulationPlan plan)
    {
        var layers = plan.DipoleLayers.GroupBy(entry => entry.Layer, entry => entry.Population)
            .Select(layer => (Name: layer.Key, Moment: LayerMoment(recording, plan, layer.Key, [.. layer])))
            .ToArray();
        var aggregate = layers.Length == 0 ? new double[recording.Times.Length] : Sum(layers.Select(layer => layer.Moment));
        return new Dipole(
            recording.Times,
            layers.Select(layer => KeyValuePair.Create(layer.Name, InNanoAmpereMeters(layer.Moment)))
                .Prepend(KeyValuePair.Create(Dipole.Aggregate, InNanoAmpereMeters(aggregate))));
    }

    private static double[] LayerMoment(Recording recording, SimulationPlan plan, string layer, string[] populations)
    {
        var raw = Sum(populations.Select(population => recording.Dipoles[population].ToArray()));
        var cells = populations.Sum(population => plan.GidRanges[population].Count);
        return plan.Options.SubtractBaseline ? [.. DipoleBaseline.Subtract(layer, raw, recording.Times.AsSpan(), cells)] : raw;
    }

    private static double[] Sum(IEnumerable<double[]> moments) =>
        moments.Aggregate((sum, next) => [.. sum.Zip(next, (a, b) => a + b)]);

    private static ImmutableArray<double> InNanoAmpereMeters(double[] moment) => [.. moment.Select(value => value * NanoPerFemto)];
}
