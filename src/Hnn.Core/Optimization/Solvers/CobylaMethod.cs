using System.Collections.Immutable;
using System.Diagnostics;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Minimises a loss under inequality constraints by linear models inside a trust region. Mutable; asked and told like a solver's run.</summary>
/// <remarks>
/// Source: M. J. D. Powell, "A direct search optimization method that models the objective and constraint functions by linear
/// interpolation" (1994), with his constants. Three things differ. Bounds are kept exactly, by every point. The first simplex is evaluated as one batch.
/// And a point whose evaluation failed takes part in the models as one that is somewhat worse than the worst corner.
/// </remarks>
internal sealed class CobylaMethod(ImmutableArray<double> start, double initialRadius, double finalRadius, CobylaMethod.Bounds? bounds = null)
{
    private readonly double[] _lower = [.. bounds?.Lower ?? Enumerable.Repeat(double.NegativeInfinity, start.Length)];
    private readonly double[] _upper = [.. bounds?.Upper ?? Enumerable.Repeat(double.PositiveInfinity, start.Length)];

    private IReadOnlyList<ConstrainedValue> _told = [];
    private CobylaSimplex _simplex = null!;
    private double _radius = initialRadius;
    private double _penalty;

    /// <summary>The best point so far, as the method sees it: of the smallest loss plus penalty for violated constraints.</summary>
    public ConstrainedValue Best => _simplex.Pole;

    /// <summary>The points to be evaluated, batch after batch. Before the next is taken, <see cref="Tell"/> must have been called.</summary>
    public IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
    {
        yield return [start, .. Enumerable.Range(0, start.Length).Select(FirstStep)];
        _simplex = new CobylaSimplex(_told);
        MovePole();
        var shapeIsNext = true;
        while (true)
        {
            var isAcceptable = _simplex.IsAcceptable(_radius);
            if (shapeIsNext && !isAcceptable)
            {
                var corner = _simplex.WorstShaped(_radius);
                yield return [AtPole(ShapingStep(corner))];
                _simplex.Replace(corner, _told[0]);
                shapeIsNext = false;
                MovePole();
                continue;
            }

            var model = new Model(_simplex);
            var step = TrustRegionStep.Solve(model.Gradient, model.Constraints, Room(_lower), Room(_upper), _radius);
            if (Length(step) >= _radius / 2)
            {
                if (RaisePenalty(model, step))
                    continue;
                yield return [AtPole(step)];
                shapeIsNext = false;
                if (TakeStep(model, step))
                    continue;
            }

            shapeIsNext = !isAcceptable;
            if (isAcceptable && !ShrinkRadius())
                yield break;
        }
    }

    /// <summary>Tells what the last batch is worth.</summary>
    /// <param name="values">In the order of the points.</param>
    public void Tell(IReadOnlyList<ConstrainedValue> values) => _told = values;

    // One radius along an axis, upwards if there is room.
    private ImmutableArray<double> FirstStep(int axis) =>
        start.SetItem(axis, start[axis] + _radius <= _upper[axis] ? start[axis] + _radius : start[axis] - _radius);

    // A step of half a radius that gives a corner more height. With bounds, one of the two directions leaves it at least 0.35 radii,
    // as each coordinate can go up or down: enough for an acceptable simplex.
    private double[] ShapingStep(int corner)
    {
        const double EnoughHeight = 0.3;
        var direction = _simplex.HeightDirection(corner);
        var model = new Model(_simplex);
        var steps = new[] { 1.0, -1.0 }
            .Select(sign => TrustRegionStep.Solve([.. direction.Select(x => -sign * x)], [], Room(_lower), Room(_upper), _radius / 2))
            .ToArray();
        var high = steps.Where(step => Math.Abs(Dot(direction, step)) >= EnoughHeight * _radius).ToArray();
        Debug.Assert(high.Length > 0, "The bounds are at least two radii apart.");
        return high.MinBy(step => model.LossChange(step) + _penalty * model.Violation(step))!;
    }

    // Makes the penalty large enough for the step to be a gain. True if another corner is the best then.
    private bool RaisePenalty(Model model, double[] step)
    {
        var restored = _simplex.Pole.Violation - model.Violation(step);
        if (restored > 0 && _penalty < 1.5 * model.LossChange(step) / restored)
            _penalty = 2 * model.LossChange(step) / restored;
        return MovePole();
    }

    // Takes a new point into the simplex. True if the model was good enough to be used again at once.
    private bool TakeStep(Model model, double[] step)
    {
        var (pole, taken) = (_simplex.Pole, _told[0]);
        var restored = pole.Violation - model.Violation(step);
        var (predicted, gain) = _penalty == 0 && pole.Loss == taken.Loss
            ? (restored, pole.Violation - taken.Violation)
            : (_penalty * restored - model.LossChange(step), Merit(pole) - Merit(taken));
        var corner = _simplex.Replaceable(step, gain > 0, _radius);
        if (corner == 0)
            return false;
        _simplex.Replace(corner, taken);
        MovePole();
        return gain > 0 && gain >= 0.1 * predicted;
    }

    // Halves the radius, and lowers the penalty where the constraints vary so little that it would outweigh the loss. False if the radius is the final one.
    private bool ShrinkRadius()
    {
        if (_radius <= finalRadius)
            return false;
        _radius = _radius / 2 <= 1.5 * finalRadius ? finalRadius : _radius / 2;
        var losses = _simplex.FiniteLosses();
        var leastSpread = double.PositiveInfinity;
        for (var i = 0; i < _simplex.Pole.Constraints.Length; i++)
        {
            var (least, most) = (_simplex.Corners.Min(corner => corner.Constraints[i]), _simplex.Corners.Max(corner => corner.Constraints[i]));
            if (least < most / 2)
                leastSpread = Math.Min(leastSpread, Math.Max(most, 0) - least);
        }

        _penalty = double.IsPositiveInfinity(leastSpread) ? 0 : Math.Min(_penalty, (losses.Max() - losses.Min()) / leastSpread);
        MovePole();
        return true;
    }

    // Makes the best corner the pole. Of equally good ones that with the smaller violation, then the present pole. True if it moved.
    private bool MovePole()
    {
        var corners = _simplex.Corners;
        var best = Enumerable.Range(0, corners.Count).OrderBy(i => Merit(corners[i])).ThenBy(i => corners[i].Violation).First();
        _simplex.MovePole(best);
        return best != 0;
    }

    private double Merit(ConstrainedValue value) => value.Loss + _penalty * value.Violation;

    private double[] Room(double[] bound) => [.. bound.Zip(_simplex.Pole.Point, (limit, x) => limit - x)];

    private ImmutableArray<double> AtPole(double[] step) =>
        [.. _simplex.Pole.Point.Select((x, i) => Math.Clamp(x + step[i], _lower[i], _upper[i]))];

    private static double Length(double[] step) => Math.Sqrt(Dot(step, step));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>Bounds of each coordinate, at least two initial radii apart. Shape: [dimension].</summary>
    public sealed record Bounds(ImmutableArray<double> Lower, ImmutableArray<double> Upper);

    // Loss and constraints as linear functions of a step from the pole.
    private sealed class Model(CobylaSimplex simplex)
    {
        public double[] Gradient { get; } = simplex.Slope(simplex.FiniteLosses());

        public (double[] Slope, double Value)[] Constraints { get; } =
        [
            .. simplex.Pole.Constraints.Select((value, i) => (simplex.Slope([.. simplex.Corners.Select(corner => corner.Constraints[i])]), value)),
        ];

        public double LossChange(double[] step) => Dot(Gradient, step);

        public double Violation(double[] step) =>
            Constraints.Select(constraint => -constraint.Value - Dot(constraint.Slope, step)).Append(0).Max();
    }
}
