using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The method for those who do not want to choose: it screens, then lets several methods take turns, each going on from what all have found.</summary>
/// <remarks>
/// With residuals: a screen of Sobol' points or, in few dimensions, of lines through the start; an emulator of the waveform (<see cref="WaveformGp"/>), which finds the basin in the fewest evaluations; least squares
/// (<see cref="LevenbergMarquardt"/>) from the best points that lie apart; then <see cref="CmaEs"/> around the best point and the emulator in turn, until the budget is spent.
/// Without residuals: <see cref="Bayesian"/>, then CMA-ES. What is evaluated first does not depend on the budget, so a longer fit begins as a shorter one.
/// </remarks>
public sealed record AutoSolver : Solver
{
    /// <summary>Number of points of the screen of Sobol' points, the start among them. At least 4. Default: 20.</summary>
    public int ScreenSize { get; init; } = 20;

    /// <summary>
    /// Up to how many coordinates the screen consists of lines through the start, four points along each coordinate, instead of Sobol' points: affordable in few dimensions, and
    /// right where a start is wrong in little, as after fitting by hand. Not negative. Default: 6.
    /// </summary>
    public int LinesUpTo { get; init; } = 6;

    /// <summary>Evaluations of the first model-based stage, as a multiple of the number of coordinates. Positive. Default: 12.</summary>
    public int ModelEvaluations { get; init; } = 12;

    /// <summary>From how many points that lie apart least squares begins. Positive. Default: 3.</summary>
    public int LeastSquaresStarts { get; init; } = 3;

    /// <inheritdoc/>
    public override string Name => "auto";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(ScreenSize, 4);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ModelEvaluations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LeastSquaresStarts);
        return new Run(this, problem);
    }

    private sealed class Run(AutoSolver settings, SolverProblem problem) : BatchedRun
    {
        // How far CMA-ES looks around the best point.
        private const double LocalStep = 0.12;
        private const int Slices = 5;

        private readonly List<PointValue> _values = [];

        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches() =>
            problem.HasResiduals ? WithResiduals() : WithoutResiduals();

        private IEnumerable<IReadOnlyList<ImmutableArray<double>>> WithResiduals()
        {
            var turn = settings.ModelEvaluations * problem.Dimension;
            var emulator = new WaveformGp { ScreenSize = settings.ScreenSize };
            if (problem.Dimension <= settings.LinesUpTo)
            {
                ImmutableArray<ImmutableArray<double>> lines = [problem.Start, .. Lines()];
                yield return lines;
                _values.AddRange(Told);
            }

            var stages = Stage(() => emulator.Continue(problem, [.. _values]), turn - _values.Count)
                .Concat(Stage(() => new LevenbergMarquardt().BeginFrom(Again(1), _values, settings.LeastSquaresStarts), turn));
            foreach (var batch in stages)
                yield return batch;
            for (var round = 2UL; ; round++)
            {
                foreach (var batch in Stage(() => Local(round), turn).Concat(Stage(() => emulator.Continue(Again(round), [.. _values]), turn)))
                    yield return batch;
            }
        }

        // Along each coordinate from the start: the middles of five equal slices, but for the slice the start is in.
        private IEnumerable<ImmutableArray<double>> Lines() =>
            from coordinate in Enumerable.Range(0, problem.Dimension)
            from slice in Enumerable.Range(0, Slices)
            where slice != (int)Math.Min(Slices - 1, Slices * problem.Start[coordinate])
            select problem.Start.SetItem(coordinate, (slice + 0.5) / Slices);

        private IEnumerable<IReadOnlyList<ImmutableArray<double>>> WithoutResiduals()
        {
            var turn = settings.ModelEvaluations * problem.Dimension;
            return Stage(() => new Bayesian().Begin(problem), turn).Concat(Stage(() => Local(1), int.MaxValue));
        }

        private ISolverRun Local(ulong round) => new CmaEs { InitialStep = LocalStep }.Begin(Again(round) with { Start = _values.MinBy(value => value.Loss)!.Point }, evaluatesStart: false);

        // The same problem with other random numbers.
        private SolverProblem Again(ulong round) => problem with { Seed = problem.Seed + (round << 32) };

        // A method's turn. It begins with all values known by then.
        private IEnumerable<IReadOnlyList<ImmutableArray<double>>> Stage(Func<ISolverRun> begin, int evaluations)
        {
            var run = begin();
            for (var made = 0; made < evaluations;)
            {
                var batch = run.Ask(evaluations - made);
                if (batch.Count == 0)
                    yield break;
                yield return batch;
                _values.AddRange(Told);
                run.Tell(Told);
                made += batch.Count;
            }
        }
    }
}
