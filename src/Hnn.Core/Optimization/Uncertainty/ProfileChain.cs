using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>
/// One side of one parameter's profile: from the best fit outwards, value after value, each fit starting from the nearest one known; then refinements where the
/// threshold is crossed. Asked and told like a solver, so that several chains can be evaluated together.
/// </summary>
internal sealed class ProfileChain
{
    private readonly int _index;
    private readonly bool _isUpper;
    private readonly ProfileOptions _options;
    private readonly LossThreshold _rule;
    private readonly Queue<double> _values;
    private readonly List<ProfilePoint> _points;
    private int _refinements;
    private double _value;
    private ISolverRun? _run;
    private List<PointValue> _tried = [];

    /// <summary>Begins at the best fit; goes up to 1, or down to 0.</summary>
    public ProfileChain(int index, bool isUpper, PointValue best, LossThreshold rule, ProfileOptions options)
    {
        (_index, _isUpper, _rule, _options) = (index, isUpper, rule, options);
        (_points, _refinements) = ([new ProfilePoint(best.Point[index], best)], options.Refinements);
        var grid = Enumerable.Range(0, options.GridValues).Select(i => i / (options.GridValues - 1.0));
        _values = isUpper
            ? new Queue<double>(grid.Where(value => value > best.Point[index]))
            : new Queue<double>(grid.Where(value => value < best.Point[index]).Reverse());
        Advance();
    }

    /// <summary>The fits so far, in the order they were made; the first is the best one it began with.</summary>
    public IReadOnlyList<ProfilePoint> Points => _points;

    /// <summary>The points to be evaluated next, with all coordinates; none at the end.</summary>
    public IReadOnlyList<ImmutableArray<double>> Ask()
    {
        while (_run is not null)
        {
            var left = _options.EvaluationsPerValue - _tried.Count;
            var points = left > 0 ? _run.Ask(left) : [];
            if (points.Count > 0)
                return [.. points.Select(point => point.Insert(_index, _value))];
            _points.Add(new ProfilePoint(_value, _tried.MinBy(value => value.Loss)!));
            Advance();
        }

        return [];
    }

    /// <summary>Tells what the points asked for last are worth.</summary>
    public void Tell(IEnumerable<PointValue> values)
    {
        var told = values.ToList();
        _tried.AddRange(told);
        _run!.Tell([.. told.Select(value => value with { Point = value.Point.RemoveAt(_index) })]);
    }

    private void Advance()
    {
        (_run, _tried) = (null, []);
        if (_values.TryDequeue(out _value) || Refines(out _value))
            _run = Begin(_points.Where(point => point.Fit.IsFinite).MinBy(point => Math.Abs(point.Coordinate - _value))!.Fit);
    }

    private bool Refines(out double value)
    {
        var best = _points.Min(point => point.Fit.Loss);
        var inwards = _points.OrderBy(point => _isUpper ? -point.Coordinate : point.Coordinate).ToList();
        var crossing = ProfileLimits.Crossing(inwards, best, _rule.At(best));
        value = crossing ?? double.NaN;
        return crossing is not null && _refinements-- > 0 && !_points.Exists(point => point.Coordinate == crossing);
    }

    private ISolverRun Begin(PointValue nearest)
    {
        var start = nearest.Point.RemoveAt(_index);
        return _options.Solver is null || start.Length == 0
            ? new BoxedLeastSquares(start, _options.Step)
            : _options.Solver.Begin(new SolverProblem
            {
                Start = start,
                Budget = _options.EvaluationsPerValue,
                Seed = _options.Seed,
                HasResiduals = !nearest.Residuals.IsEmpty,
            });
    }
}
