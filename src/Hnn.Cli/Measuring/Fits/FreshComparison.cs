using System.Collections.Immutable;
using Hnn.Cli.Verbs;
using Hnn.Core.Batches;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>Judges sets of the tutorial's parameters on the same fresh trials, which no fit has seen.</summary>
internal static class FreshComparison
{
    // Eight at once keep the states of the common beginning small.
    private const int TrialsAtOnce = 8;

    /// <summary>Simulates each set in trials 8 to 39, say, and compares them with the target.</summary>
    /// <param name="sets">The sets by name.</param>
    /// <param name="target">The measured dipole.</param>
    /// <param name="firstTrial">Index of the first trial.</param>
    /// <param name="trials">Number of trials.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>For each set the loss of each trial and that of the mean dipole.</returns>
    public static ImmutableArray<FreshRow> Judge(
        IReadOnlyList<(string Name, ParameterValues Parameters)> sets, Dipole target, int firstTrial, int trials, CancellationToken cancellation)
    {
        var evaluator = new BatchEvaluator();
        var column = TutorialNetwork.WithoutSecondProximal(TutorialNetwork.Mesh);
        var networks = sets.Select(set =>
        {
            var net = column.Clone();
            TutorialNetwork.SetParameters(net, set.Parameters);
            return net;
        }).ToList();
        var dipoles = sets.Select(_ => new List<Dipole>()).ToArray();
        for (var first = firstTrial; first < firstTrial + trials; first += TrialsAtOnce)
        {
            var options = SimulationOptions.Default with
            {
                StopTime = target.Times[^1], FirstTrial = first, Trials = Math.Min(TrialsAtOnce, firstTrial + trials - first),
            };
            foreach (var (place, outcome) in evaluator.Evaluate(networks, options, cancellation: cancellation).Index())
                dipoles[place].AddRange(ObjectiveInput.Of(outcome.Result!, target, TutorialNetwork.Options.ScaleFactor, TutorialNetwork.Options.SmoothingWindow).Trials);
        }

        return [.. sets.Zip(dipoles, (set, all) => new FreshRow(set.Name, [.. all.Select(dipole => dipole.Rmse(target))], all.Average().Rmse(target)))];
    }
}
