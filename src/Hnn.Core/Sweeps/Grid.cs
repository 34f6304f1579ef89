using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Sweeps;

/// <summary>The points of a sweep in their order; all have the same parameters. Immutable.</summary>
/// <example><c>Grid.Product(("weight", [0.001, 0.01, 0.1]), ("mu", [40, 50]))</c></example>
public sealed class Grid : IReadOnlyList<ParameterValues>
{
    private readonly ImmutableArray<ParameterValues> _points;

    private Grid(IEnumerable<ParameterValues> points) => _points = [.. points];

    /// <summary>Number of points; at least one.</summary>
    public int Count => _points.Length;

    /// <summary>Names of the parameters, in order.</summary>
    public ImmutableArray<string> Names => [.. _points[0].Keys];

    /// <summary>A point.</summary>
    /// <param name="index">Its number, from 0.</param>
    public ParameterValues this[int index] => _points[index];

    /// <summary>Every value of each parameter with every value of the others; the last parameter varies fastest.</summary>
    /// <param name="parameters">Names and values. At least one parameter, each with at least one value.</param>
    /// <exception cref="ArgumentException">There is no parameter or no value, a name is given twice, or a value is not finite.</exception>
    public static Grid Product(params ReadOnlySpan<(string Name, IReadOnlyList<double> Values)> parameters)
    {
        CheckParameters(parameters);
        IEnumerable<ImmutableArray<KeyValuePair<string, double>>> points = [[]];
        foreach (var (name, values) in parameters)
            points = [.. points.SelectMany(point => values.Select(value => point.Add(KeyValuePair.Create(name, value))))];
        return new Grid(points.Select(point => new ParameterValues(point)));
    }

    /// <summary>The first values of all parameters, then the second ones, and so on.</summary>
    /// <param name="parameters">Names and values. At least one parameter, each with as many values as the others, at least one.</param>
    /// <exception cref="ArgumentException">There is no parameter or no value, their numbers differ, a name is given twice, or a value is not finite.</exception>
    public static Grid Zip(params ReadOnlySpan<(string Name, IReadOnlyList<double> Values)> parameters)
    {
        CheckParameters(parameters);
        var all = parameters.ToArray();
        if (all.Any(parameter => parameter.Values.Count != all[0].Values.Count))
        {
            var counts = all.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' has {parameter.Values.Count}"));
            throw new ArgumentException($"The parameters differ in their number of values: {string.Join(", ", counts)}. Pass as many for each, or use {nameof(Product)}.", nameof(parameters));
        }

        return new Grid(Enumerable.Range(0, all[0].Values.Count).Select(i =>
            new ParameterValues(all.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Values[i])))));
    }

    /// <summary>Scrambled Sobol' points: they fill the space more evenly than random ones; best in powers of two.</summary>
    /// <param name="space">The parameters and their bounds.</param>
    /// <param name="count">Number of points. At least 1.</param>
    /// <param name="seed">Seed of the scrambling. Default: 1.</param>
    /// <exception cref="ArgumentException">The space is faulty, has too many free parameters, or the number is not positive.</exception>
    public static Grid Sobol(ParameterSpace space, int count, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var cube = UnitCube.Of(space);
        return new Grid(SobolSequence.Scrambled(cube.Dimension, seed).Points(count).Select(cube.ValuesAt));
    }

    /// <summary>A Latin hypercube: each parameter's range is cut into as many slices as there are points, and each slice holds one of them.</summary>
    /// <param name="space">The parameters and their bounds.</param>
    /// <param name="count">Number of points. At least 1.</param>
    /// <param name="seed">Seed of the random numbers. Default: 1.</param>
    /// <exception cref="ArgumentException">The space is faulty, or the number is not positive.</exception>
    public static Grid LatinHypercube(ParameterSpace space, int count, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var cube = UnitCube.Of(space);
        return new Grid(Optimization.Solvers.LatinHypercube.Points(count, cube.Dimension, seed).Select(cube.ValuesAt));
    }

    /// <summary>Points that were chosen otherwise.</summary>
    /// <param name="points">The points. At least one; all with the same parameters in the same order.</param>
    /// <exception cref="ArgumentException">There is no point, or their parameters differ.</exception>
    public static Grid Of(IEnumerable<ParameterValues> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var all = points.ToImmutableArray();
        if (all.IsEmpty || all[0].Count == 0)
            throw new ArgumentException("There is no point, or none of its parameters. Pass at least one of each.", nameof(points));
        if (all.FirstOrDefault(point => !point.Keys.SequenceEqual(all[0].Keys)) is { } other)
            throw new ArgumentException($"One point has the parameters {string.Join(", ", other.Keys)}, the first {string.Join(", ", all[0].Keys)}. Give all the same in the same order.", nameof(points));
        return new Grid(all);
    }

    /// <summary>The points in order.</summary>
    public IEnumerator<ParameterValues> GetEnumerator() => _points.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void CheckParameters(ReadOnlySpan<(string Name, IReadOnlyList<double> Values)> parameters)
    {
        if (parameters.IsEmpty)
            throw new ArgumentException("There is no parameter. Pass at least one name with its values.", nameof(parameters));
        foreach (var (name, values) in parameters)
        {
            ArgumentNullException.ThrowIfNull(values);
            if (values.Count == 0)
                throw new ArgumentException($"The parameter '{name}' has no value. Pass at least one.", nameof(parameters));
        }
    }
}
