using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization;

/// <summary>What makes a fit what it is: two fits with equal descriptions and equal budgets make the same evaluations, as far as that can be told. Immutable.</summary>
/// <remarks>Closures cannot be looked into: those that set parameters and link them show by the network with the initial parameters, those of objectives and weights not at all.</remarks>
/// <param name="Entries">Name and value of everything on which evaluations depend, as text, in order.</param>
public sealed record FitDescription(ImmutableArray<KeyValuePair<string, string>> Entries)
{
    /// <summary>Describes a fit.</summary>
    internal static FitDescription Of(Optimizer optimizer, FitProblem problem) => new(
    [
        Entry("solver", JsonSerializer.Serialize<object>(optimizer.Solver)),
        Entry("solver seed", $"{optimizer.Seed}"),
        Entry("objective", problem.Objective.Details),
        Entry("target", problem.Target is { } target ? FingerprintOf(target) : "none"),
        Entry("scale factor", $"{problem.Options.ScaleFactor:R}"),
        Entry("smoothing window", $"{problem.Options.SmoothingWindow:R}"),
        Entry("stop time", $"{problem.Simulation.StopTime:R}"),
        Entry("time step", $"{problem.Simulation.TimeStep:R}"),
        Entry("trials", $"{problem.Simulation.Trials}"),
        Entry("network with initial parameters", problem.StartPlan.Provenance.ModelHash),
        Entry("drives with initial parameters", FingerprintOf(problem.StartPlan)),
        .. optimizer.Constraints.Select(parameter => Entry($"parameter {parameter.Key}", $"{parameter.Value}")),
        .. problem.Cube.FreeNames.Zip(problem.Search.Start, (name, coordinate) => Entry($"start of {name}", $"{coordinate:R}")),
    ]);

    private static KeyValuePair<string, string> Entry(string name, FormattableString value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static KeyValuePair<string, string> Entry(string name, string value) => new(name, value);

    private static string FingerprintOf(Dipole dipole)
    {
        using var fingerprint = new Fingerprint();
        fingerprint.Add(dipole.Times.AsSpan());
        fingerprint.Add(dipole[Dipole.Aggregate].AsSpan());
        return fingerprint.ToString();
    }

    private static string FingerprintOf(SimulationPlan plan)
    {
        using var fingerprint = new Fingerprint();
        foreach (var times in plan.Job.Trials.SelectMany(trial => trial.DriveSpikes))
            fingerprint.Add(times.AsSpan());
        return fingerprint.ToString();
    }
}
