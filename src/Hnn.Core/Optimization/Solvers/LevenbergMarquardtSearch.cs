using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>One search of <see cref="LevenbergMarquardt"/>, from its start to where it makes no more progress. Mutable.</summary>
/// <param name="settings">The settings.</param>
/// <param name="start">The best point so far; its residuals are known.</param>
/// <param name="known">All points evaluated by anybody, growing as the search goes on.</param>
internal sealed class LevenbergMarquardtSearch(LevenbergMarquardt settings, PointValue start, IReadOnlyList<PointValue> known)
{
    private const double FirstDamping = 0.01;

    // Enough to keep the curvature positive definite when rounding alone tells two coordinates apart.
    private const double SmallestDamping = 1e-12;
    private const double DampingRatio = 8;

    // A Jacobian whose steps gain less than this part of what it promised is not believed any longer.
    private const double LeastGainRatio = 0.25;

    private readonly ResidualModel _model = new(start.Point.Length, start.Residuals.Length);
    private PointValue _best = start;
    private double _differenceStep = settings.FirstStep;
    private double _damping = FirstDamping;
    private double _raise = 1;
    private List<(ImmutableArray<double> Point, double Damping)> _trials = [];
    private bool _needsJacobian = true;
    private bool _isFresh;
    private bool _isOver;
    private int _jacobians;

    /// <summary>The points to be evaluated next; none when the search is over.</summary>
    public ImmutableArray<double>[] Next()
    {
        while (!_isOver && !_needsJacobian)
        {
            _trials = _model.Minima(_best, Dampings());
            if (_trials.Count > 0)
                return [.. _trials.Select(trial => trial.Point)];
            // The model is at its minimum already.
            GiveUp(shortest: 0);
        }

        return _isOver ? [] : DifferencePoints(_best.Point, _differenceStep, _jacobians);
    }

    /// <summary>Learns what the points are worth. They are among those known already.</summary>
    public void Take(IReadOnlyList<PointValue> values)
    {
        var before = _best;
        var winner = values.MinBy(value => value.Loss)!;
        if (winner.Loss < _best.Loss)
            _best = winner;
        if (_needsJacobian)
            LearnJacobian();
        else
            LearnFromTrials(before, winner, values);
    }

    /// <summary>Takes the first Jacobian from the points that are known, instead of asking for others.</summary>
    public void TrustKnownPoints() => LearnJacobian();

    /// <summary>One point beside another along each coordinate, on alternating sides where the cube has room on both.</summary>
    public static ImmutableArray<double>[] DifferencePoints(ImmutableArray<double> center, double step, int number) =>
        [.. center.Select((x, i) =>
        {
            var side = (i + number) % 2 == 0 ? step : -step;
            return center.SetItem(i, x + side is >= 0 and <= 1 ? x + side : x - side);
        })];

    private void LearnJacobian()
    {
        _model.Regress(_best, known, _differenceStep);
        (_needsJacobian, _isFresh, _raise) = (false, true, 1);
        _jacobians++;
    }

    private void LearnFromTrials(PointValue before, PointValue winner, IReadOnlyList<PointValue> values)
    {
        var promised = Square(before.Loss) - Square(_model.Predict(before, winner.Point));
        foreach (var value in values.Where(value => value != winner).Append(winner))
            _model.Learn(before, value);
        if (_best == before)
        {
            GiveUp(ResidualModel.Distance(_trials[^1].Point, before.Point));
            return;
        }

        _damping = _trials[IndexOf(values, winner)].Damping;
        (_isFresh, _raise) = (false, 1);
        if (ResidualModel.Distance(before.Point, winner.Point) < _differenceStep / 2)
            Refine();
        else if (Square(before.Loss) - Square(winner.Loss) < LeastGainRatio * promised)
            _needsJacobian = true;
    }

    // No trial was better: because the Jacobian is old, the steps were too long, or the differences are too wide.
    private void GiveUp(double shortest)
    {
        if (!_isFresh)
            _needsJacobian = true;
        else if (shortest >= _differenceStep / 2)
            _raise *= Math.Pow(DampingRatio, settings.DampingValues);
        else
            Refine();
    }

    private void Refine()
    {
        _isOver = _differenceStep <= settings.SmallestStep;
        _differenceStep = Math.Max(_differenceStep / 2, settings.SmallestStep);
        _needsJacobian = true;
    }

    // Around the damping that was best last, at least one of them smaller.
    private IEnumerable<double> Dampings() =>
        Enumerable.Range(-Math.Max(1, settings.DampingValues / 2), settings.DampingValues)
            .Select(power => Math.Max(SmallestDamping, _damping * _raise * Math.Pow(DampingRatio, power)));

    private static int IndexOf(IReadOnlyList<PointValue> values, PointValue value) =>
        Enumerable.Range(0, values.Count).First(i => ReferenceEquals(values[i], value));

    private static double Square(double x) => x * x;
}
