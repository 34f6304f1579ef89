using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class SolverTests
{
    private const int Problems = 3;

    private static readonly double s_sobol = MedianLoss(new SobolSearch());

    public static TheoryData<string> Words => [.. Solver.Names.Where(name => name != "sobol")];

    [Fact]
    public void The_words_of_hnn_core_are_understood()
    {
        Assert.IsType<Bayesian>(Solver.Named("bayesian"));
        Assert.IsType<Cobyla>(Solver.Named("cobyla"));
        Assert.IsType<CmaEs>((Solver)"cma");
    }

    [Fact]
    public void An_unknown_word_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Solver.Named("annealing"));

        Assert.Contains("auto, waveform-gp, lm, cma, bayesian, cobyla, nelder-mead, l-shade, sobol", error.Message, StringComparison.Ordinal);
    }

    // What does not beat points that are merely spread evenly has no word.
    [Theory, MemberData(nameof(Words))]
    public void Every_method_beats_Sobol_points_on_the_surrogate_after_200_evaluations(string word) =>
        Assert.InRange(MedianLoss(Solver.Named(word)), 0, s_sobol * 0.99);

    private static double MedianLoss(Solver solver) =>
        Enumerable.Range(0, Problems).Select(problem => BestLoss(solver, seed: (ulong)(problem + 1))).Order().ElementAt(Problems / 2);

    private static double BestLoss(Solver solver, ulong seed)
    {
        var surrogate = new WaveformSurrogate(99 + seed);
        return SolverRuns.MinimizeResiduals(solver, WaveformSurrogate.Problem(200, seed), point => [.. surrogate.Evaluate(point).Residuals]).Min(value => value.Loss);
    }
}
