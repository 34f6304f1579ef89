using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

/// <summary>What came out of a fit: the best parameters and how they were found. Immutable.</summary>
public sealed partial class FitResult
{
    private readonly FitProblem _problem;

    internal FitResult(FitProblem problem, Evaluation best) => (_problem, BestEvaluation) = (problem, best);

    /// <summary>The parameters with the least loss, by name: all of them, the fixed and linked ones included.</summary>
    public ParameterValues Best => BestEvaluation.Parameters;

    /// <summary>The least loss.</summary>
    public double Loss => BestEvaluation.Loss;

    /// <summary>The evaluation with the least loss.</summary>
    public Evaluation BestEvaluation { get; }

    /// <summary>The evaluation of the initial parameters, which is made before any other; null if a solver of one's own does not ask for it.</summary>
    public Evaluation? Initial => History.FirstOrDefault(_problem.IsStart);

    /// <summary>All evaluations in the order in which the solver asked for them; those that failed have an infinite loss.</summary>
    public required ImmutableArray<Evaluation> History { get; init; }

    /// <summary>The least loss up to each evaluation. Shape: [evaluations].</summary>
    public ImmutableArray<double> RunningBest
    {
        get
        {
            var best = double.PositiveInfinity;
            return [.. History.Select(evaluation => best = Math.Min(best, evaluation.Loss))];
        }
    }

    /// <summary>Why the search ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The best sets of parameters, the best first, then the initial one, each judged on seeds that the fit has not seen; empty if that was not asked for.</summary>
    public required ImmutableArray<FreshScore> Fresh { get; init; }

    /// <summary>Names of the parameters that were varied, in order. Shape: [free parameters].</summary>
    public ImmutableArray<string> FreeParameters => _problem.Cube.FreeNames;

    /// <summary>What was minimised.</summary>
    public Objective Objective => _problem.Objective;

    /// <summary>The measured dipole; null if there was none.</summary>
    public Dipole? Target => _problem.Target;

    /// <summary>Trials, scaling, smoothing and use of the machine.</summary>
    public FitOptions Options => _problem.Options;

    /// <summary>All on which the evaluations depend.</summary>
    public required FitDescription Description { get; init; }

    /// <summary>Time the fit took, the judging on fresh seeds included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Time of it that the solver itself took.</summary>
    public required TimeSpan SolverElapsed { get; init; }

    /// <summary>What the user may not have meant or should know, for example a damaged checkpoint; usually empty.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>A new network with the best parameters.</summary>
    public Network Network => NetworkWith(Best);

    /// <summary>A new network with other parameters of the same fit.</summary>
    /// <param name="parameters">Values of all parameters, for example of an evaluation.</param>
    public Network NetworkWith(ParameterValues parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return _problem.NetworkWith(parameters);
    }
}
