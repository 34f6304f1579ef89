using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Interactive.Tests;

/// <summary>What can be said about two parameters, one of which matters, by a loss that is quick to evaluate.</summary>
internal static class UncertaintySamples
{
    private static readonly ImmutableArray<string> Names = ["evprox1_mu", "evprox1_sigma"];

    /// <summary>Shares of the variance; limits that reach below 0, as estimates do, and an output that does not vary.</summary>
    public static SobolIndices Indices { get; } = new()
    {
        Residuals = [new(Names[0], new(0.62, 0.5, 0.71), new(0.85, 0.78, 0.93)), new(Names[1], new(0.02, -0.06, 0.11), new(0.3, 0.21, 0.38))],
        Loss = [.. Names.Select(name => new SobolIndex(name, Unknown, Unknown))],
        Evaluations = 1024,
        SamplesUsed = 254,
        Confidence = 0.95,
    };

    /// <summary>Effects of two parameters, and of one of which nothing could be evaluated.</summary>
    public static MorrisScreening Screening { get; } = new([new(Names[1], -0.1, 0.4, 0.35, 10), new(Names[0], -2.25, 3, 1.5, 10), new("gone", double.NaN, double.NaN, double.NaN, 0)], 44);

    /// <summary>Good fits on a grid.</summary>
    public static GoodFits Fits { get; } = GoodFits.Of(OnAGrid, Names, tolerance: 1.2);

    /// <summary>A small posterior.</summary>
    public static AbcPosterior Posterior { get; } = AbcSmc.Sample(Evaluate, Names, AbcOptions.Default with { Particles = 40, Budget = 400 });

    /// <summary>A profile from the grid; at one value nothing succeeded.</summary>
    public static LikelihoodProfile Profile { get; } = ProfileLikelihood.Of(Evaluate, Names, Names[0], ValueAt([0.4, 0.5]), ProfileOptions.Default with { GridValues = 5, Refinements = 0, Observations = 20, Solver = new NelderMead(), EvaluationsPerValue = 10 });

    private static IntervalEstimate Unknown => new(double.NaN, double.NaN, double.NaN);

    private static IEnumerable<PointValue> OnAGrid => from x in Enumerable.Range(0, 21) from y in Enumerable.Range(0, 11) select ValueAt([x / 20.0, y / 10.0]);

    private static PointValue[] Evaluate(IReadOnlyList<ImmutableArray<double>> points, CancellationToken cancellation) => [.. points.Select(ValueAt)];

    // A valley along the second coordinate; beyond its rim nothing can be evaluated.
    private static PointValue ValueAt(ImmutableArray<double> point) => new(point, point[0] > 0.95 ? double.PositiveInfinity : 1 + (4 * Math.Pow(point[0] - 0.4, 2)) + (0.1 * Math.Pow(point[1] - 0.5, 2)), []);
}
