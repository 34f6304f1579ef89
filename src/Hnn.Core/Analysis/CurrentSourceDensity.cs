using System.Collections.Immutable;
using MathNet.Numerics.Interpolation;

namespace Hnn.Core.Analysis;

/// <summary>Density of current sources (above 0) and sinks (below 0) along a laminar electrode over time. Immutable.</summary>
/// <param name="Times">Sample times in ms. Shape: [samples].</param>
/// <param name="Heights">Height (z) of each row in µm, evenly spaced, rising or falling as the contacts do. Shape: [rows].</param>
/// <param name="Values">The density. Shape: [rows][samples].</param>
/// <param name="Unit">Unit of the values: <c>µV/µm²</c>, or <c>A/m³</c> if the conductivity was taken into account.</param>
public sealed record CurrentSourceDensity(
    ImmutableArray<double> Times, ImmutableArray<double> Heights, ImmutableArray<ImmutableArray<double>> Values, string Unit)
{
    internal const int FewestContacts = 4;

    /// <summary>Negative second difference of potentials along the heights; the rows at both ends continue their two neighbours in a straight line.</summary>
    /// <param name="times">Sample times in ms. Shape: [samples].</param>
    /// <param name="heights">Height of each contact in µm: at least 4, evenly spaced. Shape: [contacts].</param>
    /// <param name="potentials">Potentials in µV. Shape: [contacts][samples].</param>
    /// <param name="conductivity">Conductivity of the medium in S/m, which gives A/m³. Default: none, which gives µV/µm².</param>
    /// <exception cref="ArgumentException">There are fewer than four contacts, or not as many rows of potentials.</exception>
    /// <remarks>Without conductivity it agrees with <c>calculate_csd2d</c> of hnn-core 0.6.</remarks>
    public static CurrentSourceDensity Of(
        ImmutableArray<double> times, ImmutableArray<double> heights, ImmutableArray<ImmutableArray<double>> potentials, double? conductivity = null)
    {
        if (heights.Length < FewestContacts)
            throw new ArgumentException($"There are {heights.Length} contacts, too few for current sources: the ends continue two inner rows. Record with at least {FewestContacts} contacts.", nameof(heights));
        if (potentials.Length != heights.Length)
            throw new ArgumentException($"There are {potentials.Length} rows of potentials for {heights.Length} contacts. Pass one for each.", nameof(potentials));
        var spacing = heights[1] - heights[0];
        var factor = Factor(conductivity) / (spacing * spacing);
        var inner = Enumerable.Range(1, heights.Length - 2)
            .Select(row => Combined((below, middle, above) => -(below - 2 * middle + above) * factor, potentials[row - 1], potentials[row], potentials[row + 1]))
            .ToArray();
        return new CurrentSourceDensity(
            times,
            heights,
            [Continued(inner[0], inner[1]), .. inner, Continued(inner[^1], inner[^2])],
            conductivity is null ? "µV/µm²" : "A/m³");
    }

    /// <summary>Returns a copy with more rows between the same ends, for pictures: cubic splines through the rows, without a knot at the second and last but one.</summary>
    /// <param name="rows">New number of rows, at least 2. Default: 200.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is below 2.</exception>
    /// <remarks>Agrees with the spline of <c>plot_csd</c> of hnn-core 0.6, which takes one row per µm.</remarks>
    public CurrentSourceDensity Interpolated(int rows = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        var positions = Enumerable.Range(0, rows).Select(row => row * (Heights.Length - 1.0) / (rows - 1)).ToArray();
        var values = positions.Select(_ => new double[Times.Length]).ToArray();
        for (var sample = 0; sample < Times.Length; sample++)
        {
            var spline = Spline([.. Values.Select(row => row[sample])]);
            for (var row = 0; row < rows; row++)
                values[row][sample] = spline.Interpolate(positions[row]);
        }

        var (bottom, spacing) = (Heights[0], (Heights[^1] - Heights[0]) / (Heights.Length - 1));
        return this with
        {
            Heights = [.. positions.Select(position => bottom + position * spacing)],
            Values = [.. values.Select(row => ImmutableArray.Create(row))],
        };
    }

    // Over the row's number. Without a knot at the second row, the second derivative there is the second difference about it;
    // that of the last but one likewise. So the spline through the inner rows is fixed, and its first and last piece go on to the ends.
    private static CubicSpline Spline(double[] y)
    {
        double[] inner = [.. Enumerable.Range(1, y.Length - 2)];
        return CubicSpline.InterpolateBoundariesSorted(
            inner,
            y[1..^1],
            SplineBoundaryCondition.SecondDerivative,
            y[0] - 2 * y[1] + y[2],
            SplineBoundaryCondition.SecondDerivative,
            y[^3] - 2 * y[^2] + y[^1]);
    }

    // 1 µV/µm² is 1e6 V/m².
    private static double Factor(double? conductivity)
    {
        if (conductivity is not { } given)
            return 1;
        Require.Positive(given, "S/m", nameof(conductivity));
        return 1e6 * given;
    }

    private static ImmutableArray<double> Continued(ImmutableArray<double> end, ImmutableArray<double> beforeIt) =>
        [.. end.Zip(beforeIt, (last, previous) => 2 * last - previous)];

    private static ImmutableArray<double> Combined(
        Func<double, double, double, double> combine, ImmutableArray<double> below, ImmutableArray<double> middle, ImmutableArray<double> above) =>
        [.. below.Zip(middle, above).Select(three => combine(three.First, three.Second, three.Third))];
}
