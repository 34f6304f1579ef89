using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Hnn.Core.Optimization;

/// <summary>A checked copy of a parameter space whose free parameters are the coordinates of the unit cube. Immutable.</summary>
internal sealed class UnitCube
{
    private readonly ImmutableArray<KeyValuePair<string, Parameter>> _parameters;
    private readonly ImmutableArray<FreeParameter> _free;

    private UnitCube(ImmutableArray<KeyValuePair<string, Parameter>> parameters)
    {
        _parameters = parameters;
        Names = [.. parameters.Select(parameter => parameter.Key)];
        FreeNames = [.. parameters.Where(parameter => parameter.Value is FreeParameter).Select(parameter => parameter.Key)];
        _free = [.. parameters.Select(parameter => parameter.Value).OfType<FreeParameter>()];
    }

    /// <summary>Names of all parameters, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Names of the parameters that are coordinates, in order. Shape: [dimension].</summary>
    public ImmutableArray<string> FreeNames { get; }

    /// <summary>Number of coordinates; at least one.</summary>
    public int Dimension => _free.Length;

    /// <summary>The middle of the cube; for logarithmic parameters that is the geometric mean of the bounds.</summary>
    public ImmutableArray<double> Middle => [.. Enumerable.Repeat(0.5, Dimension)];

    /// <summary>Checks and copies a space.</summary>
    /// <exception cref="ArgumentException">The space is faulty; lists all its faults.</exception>
    public static UnitCube Of(ParameterSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var parameters = space.ToImmutableArray();
        ThrowIfAny(Faults(parameters), "The parameter space", nameof(space));
        return new UnitCube(parameters);
    }

    /// <summary>The values at a point.</summary>
    /// <param name="point">Shape: [dimension].</param>
    /// <exception cref="InvalidOperationException">The formula of a linked parameter gives no finite number.</exception>
    public ParameterValues ValuesAt(ImmutableArray<double> point)
    {
        var unlinked = UnlinkedValuesAt(point);
        return new ParameterValues(_parameters.Select(parameter => KeyValuePair.Create(
            parameter.Key, parameter.Value is LinkedParameter linked ? Linked(parameter.Key, linked, unlinked[linked.Source]) : unlinked[parameter.Key])));
    }

    /// <summary>The values at a point of all but the linked parameters, whose formulas may fail.</summary>
    /// <param name="point">Shape: [dimension].</param>
    public ParameterValues UnlinkedValuesAt(ImmutableArray<double> point)
    {
        Debug.Assert(point.Length == Dimension, "One coordinate for each free parameter.");
        return new ParameterValues(_parameters.Where(parameter => parameter.Value is not LinkedParameter).Select(parameter => KeyValuePair.Create(
            parameter.Key, parameter.Value is FreeParameter free ? free.ValueAt(point[FreeNames.IndexOf(parameter.Key)]) : ((FixedParameter)parameter.Value).Value)));
    }

    /// <summary>The value of a coordinate in its parameter's own unit.</summary>
    public double NaturalValue(int index, double coordinate) => _free[index].ValueAt(coordinate);

    /// <summary>The point of values to begin with; parameters that are not named are in the middle of their bounds.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or a value out of bounds; lists all faults.</exception>
    public ImmutableArray<double> PointOf(IReadOnlyDictionary<string, double> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        ThrowIfAny(start.Select(value => StartFault(value.Key, value.Value)).OfType<string>(), "The initial values", nameof(start));
        return [.. FreeNames.Select(name => start.TryGetValue(name, out var value) ? ((FreeParameter)Of(name)).CoordinateOf(value) : 0.5)];
    }

    /// <summary>What a parameter may be.</summary>
    public Parameter Of(string name) => _parameters[Names.IndexOf(name)].Value;

    private static double Linked(string name, LinkedParameter linked, double source)
    {
        var value = linked.Formula(source);
        return double.IsFinite(value)
            ? value
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The formula of '{name}' gives {value} where '{linked.Source}' is {source}. Let it give finite numbers within the bounds of '{linked.Source}'."));
    }

    private string? StartFault(string name, double value)
    {
        if (!Names.Contains(name))
            return $"There is no parameter '{name}', only: {string.Join(", ", Names)}.";
        return Of(name) switch
        {
            FreeParameter free when !(value >= free.Low && value <= free.High) =>
                string.Create(CultureInfo.InvariantCulture, $"The value of '{name}' is {value}, outside its bounds {free}. Move the value or the bounds."),
            FixedParameter @fixed when value != @fixed.Value =>
                string.Create(CultureInfo.InvariantCulture, $"The value of '{name}' is {value}, but it is fixed at {@fixed.Value}. Leave it out."),
            LinkedParameter linked =>
                $"The value of '{name}' follows from '{linked.Source}'. Leave it out.",
            _ => null,
        };
    }

    private static IEnumerable<string> Faults(ImmutableArray<KeyValuePair<string, Parameter>> parameters)
    {
        var kinds = parameters.ToLookup(parameter => parameter.Key, parameter => parameter.Value);
        if (parameters.IsEmpty)
            yield return "There is no parameter. Add at least one with its bounds.";
        else if (!parameters.Any(parameter => parameter.Value is FreeParameter))
            yield return "No parameter is free, so there is nothing to vary. Give at least one of them bounds.";
        foreach (var name in kinds.Where(kind => kind.Count() > 1).Select(kind => kind.Key))
            yield return $"The name '{name}' is given {kinds[name].Count()} times. Name each parameter once.";
        foreach (var (name, parameter) in parameters)
        {
            if (string.IsNullOrWhiteSpace(name))
                yield return "A parameter has no name. Name it.";
            if (parameter.Fault(name) is { } fault)
                yield return fault;
            if (parameter is LinkedParameter linked && !kinds.Contains(linked.Source))
                yield return $"'{name}' is linked to '{linked.Source}', which does not exist. Link it to one of {string.Join(", ", kinds.Select(kind => kind.Key))}.";
            else if (parameter is LinkedParameter chained && kinds[chained.Source].Any(source => source is LinkedParameter))
                yield return $"'{name}' is linked to '{chained.Source}', which is linked itself. Link it to a parameter with bounds or a fixed one.";
        }
    }

    private static void ThrowIfAny(IEnumerable<string> faults, string what, string parameter)
    {
        var all = faults.ToArray();
        if (all.Length > 0)
            throw new ArgumentException($"{what} cannot be used: {string.Join(Environment.NewLine, all)}", parameter);
    }
}
