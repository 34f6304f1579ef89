using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The run of <see cref="NelderMead"/>.</summary>
internal sealed class NelderMeadRun(NelderMead settings, SolverProblem problem) : BatchedRun
{
    private const double WorthwhileGain = 0.01;

    // In one dimension the adaptive coefficients would let the simplex shrink to a point; so it takes those of two, the classical ones.
    private readonly double _dimension = Math.Max(problem.Dimension, 2);
    private readonly SolverRandom _random = new(problem.Seed);

    // The corners, the best first.
    private PointValue[] _simplex = [];

    private double Expansion => 1 + 2 / _dimension;

    private double Contraction => 0.75 - 1 / (2 * _dimension);

    private double Shrinkage => 1 - 1 / _dimension;

    /// <inheritdoc/>
    protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
    {
        yield return [problem.Start, .. Around(problem.Start)];
        Take(Told);
        var best = _simplex[0];
        while (true)
        {
            var before = best;
            foreach (var batch in Descent())
                yield return batch;
            best = _simplex[0].Loss < best.Loss ? _simplex[0] : best;

            if (best.IsFinite && before.Loss - best.Loss > WorthwhileGain * Math.Abs(before.Loss))
            {
                yield return [.. Around(best.Point)];
                Take([best, .. Told]);
            }
            else
            {
                ImmutableArray<double> point = [.. problem.Start.Select(_ => _random.NextUniform())];
                yield return [point, .. Around(point)];
                Take(Told);
            }
        }
    }

    // Moves the simplex downhill until it has collapsed.
    private IEnumerable<IReadOnlyList<ImmutableArray<double>>> Descent()
    {
        while (_simplex[0].IsFinite && Size() > settings.CollapsedSize)
        {
            yield return [Moved(1)];
            var reflected = Told[0];
            if (reflected.Loss < _simplex[0].Loss)
            {
                yield return [Moved(Expansion)];
                ReplaceWorst(Told[0].Loss < reflected.Loss ? Told[0] : reflected);
            }
            else if (reflected.Loss < _simplex[^2].Loss)
            {
                ReplaceWorst(reflected);
            }
            else
            {
                var isBeyond = reflected.Loss < _simplex[^1].Loss;
                yield return [Moved(isBeyond ? Contraction : -Contraction)];
                if (Told[0].Loss < (isBeyond ? reflected : _simplex[^1]).Loss)
                {
                    ReplaceWorst(Told[0]);
                }
                else
                {
                    yield return [.. _simplex.Skip(1).Select(corner => Shrunk(corner.Point))];
                    Take([_simplex[0], .. Told]);
                }
            }
        }
    }

    // A new simplex's corners but the one given: one step along each axis, up or down at random, but never out of the cube.
    private IEnumerable<ImmutableArray<double>> Around(ImmutableArray<double> point)
    {
        for (var i = 0; i < point.Length; i++)
        {
            var step = _random.NextUniform() < 0.5 ? -settings.InitialSize : settings.InitialSize;
            yield return point.SetItem(i, point[i] + step is >= 0 and <= 1 ? point[i] + step : point[i] - step);
        }
    }

    // From the middle of the other corners, away from the worst one by so many times its distance.
    private ImmutableArray<double> Moved(double times)
    {
        var others = _simplex.AsSpan(0, _simplex.Length - 1);
        var moved = new double[problem.Dimension];
        for (var i = 0; i < moved.Length; i++)
        {
            var middle = 0.0;
            foreach (var corner in others)
                middle += corner.Point[i] / others.Length;
            moved[i] = Math.Clamp(middle + times * (middle - _simplex[^1].Point[i]), 0, 1);
        }

        return [.. moved];
    }

    private ImmutableArray<double> Shrunk(ImmutableArray<double> corner) =>
        [.. corner.Zip(_simplex[0].Point, (x, best) => Math.Clamp(best + Shrinkage * (x - best), 0, 1))];

    private double Size() =>
        _simplex.Skip(1).Max(corner => corner.Point.Zip(_simplex[0].Point, (x, best) => Math.Abs(x - best)).Max());

    private void ReplaceWorst(PointValue value) => Take([.. _simplex[..^1], value]);

    // The order of equal losses is kept.
    private void Take(IEnumerable<PointValue> corners) => _simplex = [.. corners.OrderBy(corner => corner.Loss)];
}
