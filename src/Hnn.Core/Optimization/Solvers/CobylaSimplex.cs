using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The simplex of <see cref="CobylaMethod"/>: one corner more than there are coordinates, through which linear models are laid. Mutable.</summary>
/// <remarks>A corner other than the pole has a height above the face of all others, and a distance from the pole.</remarks>
internal sealed class CobylaSimplex
{
    // Powell's constants: a simplex is acceptable if its heights are at least 0.25 and its distances at most 2.1 radii.
    private const double LeastHeight = 0.25;
    private const double MostDistance = 2.1;

    private readonly ConstrainedValue[] _corners;

    // Columns: what a step moves along the height of each corner, as a share of it. Rows of its inverse: corners as seen from the pole.
    private Matrix<double>? _shares;

    /// <summary>A simplex whose pole is the first corner.</summary>
    /// <param name="corners">Its corners, not all in a plane.</param>
    public CobylaSimplex(IEnumerable<ConstrainedValue> corners) => _corners = [.. corners];

    private Matrix<double> Shares => _shares ??= Matrix<double>.Build.Dense(
        _corners.Length - 1, _corners.Length - 1, (i, j) => _corners[i + 1].Point[j] - Pole.Point[j]).Inverse();

    /// <summary>The corner the models start from, the best one.</summary>
    public ConstrainedValue Pole => _corners[0];

    /// <summary>All corners, the pole first.</summary>
    public IReadOnlyList<ConstrainedValue> Corners => _corners;

    /// <summary>The losses of all corners; a failed evaluation counts as worse than the worst by the spread of the others.</summary>
    public double[] FiniteLosses()
    {
        var finite = _corners.Select(corner => corner.Loss).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (worst, spread) = (finite.Max(), finite.Max() - finite.Min());
        if (spread == 0)
            spread = worst == 0 ? 1 : Math.Abs(worst);
        return [.. _corners.Select(corner => double.IsFinite(corner.Loss) ? corner.Loss : worst + spread)];
    }

    /// <summary>The slope of the linear function with the given values at the corners.</summary>
    public double[] Slope(IReadOnlyList<double> values) =>
        [.. Shares * Vector<double>.Build.Dense(values.Count - 1, i => values[i + 1] - values[0])];

    /// <summary>Height of a corner, not the pole.</summary>
    public double Height(int corner) => 1 / Shares.Column(corner - 1).L2Norm();

    /// <summary>Unit vector along the height of a corner, not the pole, towards it.</summary>
    public double[] HeightDirection(int corner) => [.. Shares.Column(corner - 1).Normalize(2)];

    /// <summary>Distance of a corner from a step that starts at the pole, or from the pole itself.</summary>
    public double Distance(int corner, double[]? step = null) =>
        Math.Sqrt(_corners[corner].Point.Select((x, i) => x - Pole.Point[i] - (step?[i] ?? 0)).Sum(x => x * x));

    /// <summary>Whether no corner is too far away and no height too small.</summary>
    public bool IsAcceptable(double radius) =>
        OtherCorners().All(corner => Distance(corner) <= MostDistance * radius && Height(corner) >= LeastHeight * radius);

    /// <summary>The corner that spoils the shape most: the farthest if it is too far, otherwise the one with the smallest height.</summary>
    public int WorstShaped(double radius)
    {
        var farthest = OtherCorners().MaxBy(corner => Distance(corner));
        return Distance(farthest) > MostDistance * radius ? farthest : OtherCorners().MinBy(Height);
    }

    /// <summary>The corner a new point should replace: one that keeps the simplex from becoming flat, and a distant one if there is one; 0 if none.</summary>
    /// <param name="step">From the pole to the new point.</param>
    /// <param name="isBetter">Whether the new point is better than the pole: then some corner is always replaced.</param>
    /// <param name="radius">Radius of the trust region.</param>
    public int Replaceable(double[] step, bool isBetter, double radius)
    {
        const double DistantFrom = 1.1;
        var shares = Shares.LeftMultiply(Vector<double>.Build.Dense(step)).PointwiseAbs();
        var largest = shares.MaximumIndex();
        var chosen = isBetter || shares[largest] > 1 ? largest + 1 : 0;
        var farthest = DistantFrom * radius;
        foreach (var corner in OtherCorners())
        {
            var (height, distance) = (Height(corner), Distance(corner, isBetter ? step : null));
            var newHeight = height * shares[corner - 1];
            if ((newHeight >= LeastHeight * radius || newHeight >= height) && distance > farthest)
                (chosen, farthest) = (corner, distance);
        }

        return chosen;
    }

    /// <summary>Puts a point in the place of a corner.</summary>
    public void Replace(int corner, ConstrainedValue value)
    {
        _corners[corner] = value;
        _shares = null;
    }

    /// <summary>Makes a corner the pole.</summary>
    public void MovePole(int corner)
    {
        if (corner == 0)
            return;
        (_corners[0], _corners[corner]) = (_corners[corner], _corners[0]);
        _shares = null;
    }

    private IEnumerable<int> OtherCorners() => Enumerable.Range(1, _corners.Length - 1);
}
