using System.Globalization;

namespace Hnn.Core.Optimization;

/// <summary>What a parameter of a fit may be: free within bounds, fixed, or computed from another. Immutable.</summary>
/// <remarks>Bounds, values and names are checked when the <see cref="ParameterSpace"/> is used, all of them at once.</remarks>
/// <example><c>Parameter weight = (0.01, 1);</c></example>
public abstract record Parameter
{
    private protected Parameter()
    {
    }

    /// <summary>Free within bounds, all values equally far apart.</summary>
    /// <param name="low">Least value, in the parameter's own unit. Finite.</param>
    /// <param name="high">Greatest value. Finite, above <paramref name="low"/>.</param>
    public static Parameter Linear(double low, double high) => new FreeParameter(low, high, IsLogarithmic: false);

    /// <summary>Free within bounds, equal ratios equally far apart: for what ranges over powers of ten, as synaptic weights do.</summary>
    /// <param name="low">Least value, in the parameter's own unit. Positive.</param>
    /// <param name="high">Greatest value. Finite, above <paramref name="low"/>.</param>
    public static Parameter Log(double low, double high) => new FreeParameter(low, high, IsLogarithmic: true);

    /// <summary>Always the same value.</summary>
    /// <param name="value">The value, in the parameter's own unit. Finite.</param>
    public static Parameter Fixed(double value) => new FixedParameter(value);

    /// <summary>Computed from another parameter of the space.</summary>
    /// <param name="source">Name of the other parameter; it must be free or fixed.</param>
    /// <param name="formula">Its value to this one's; must give finite numbers and always the same for the same value.</param>
    public static Parameter Linked(string source, Func<double, double> formula)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(formula);
        return new LinkedParameter(source, formula);
    }

    /// <summary>Free within bounds, as by <see cref="Linear"/>.</summary>
    /// <param name="bounds">Least and greatest value.</param>
    public static implicit operator Parameter((double Low, double High) bounds) => Linear(bounds.Low, bounds.High);

    /// <summary>What is wrong with the parameter by itself; null if nothing is.</summary>
    internal abstract string? Fault(string name);
}

/// <summary>A parameter that is varied: a coordinate of the unit cube.</summary>
internal sealed record FreeParameter(double Low, double High, bool IsLogarithmic) : Parameter
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}{(IsLogarithmic ? " (logarithmic)" : "")}");

    /// <summary>The value at a coordinate; 0 gives exactly the least and 1 exactly the greatest value, and none lies beyond.</summary>
    public double ValueAt(double coordinate)
    {
        if (coordinate <= 0)
            return Low;
        if (coordinate >= 1)
            return High;
        var value = IsLogarithmic
            ? Math.Exp(Math.Log(Low) + coordinate * (Math.Log(High) - Math.Log(Low)))
            : Low + coordinate * (High - Low);
        return Math.Clamp(value, Low, High);
    }

    /// <summary>The coordinate of a value within the bounds.</summary>
    public double CoordinateOf(double value)
    {
        var coordinate = IsLogarithmic
            ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
            : (value - Low) / (High - Low);
        return Math.Clamp(coordinate, 0, 1);
    }

    internal override string? Fault(string name)
    {
        if (!double.IsFinite(High - Low))
            return string.Create(CultureInfo.InvariantCulture, $"The bounds of '{name}', {Low} and {High}, or their distance are not finite. Pass two ordinary numbers.");
        if (Low >= High)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The bounds of '{name}' are {Low} and {High}, but the first must be below the second. ")
                + (Low == High ? $"Pass {nameof(Parameter)}.{nameof(Fixed)} for a value that is not varied." : "Exchange them.");
        }

        return IsLogarithmic && Low <= 0
            ? string.Create(CultureInfo.InvariantCulture, $"The logarithmic parameter '{name}' begins at {Low}, which has no logarithm. Pass a lower bound above 0, or {nameof(Parameter)}.{nameof(Linear)}.")
            : null;
    }
}

/// <summary>A parameter that is not varied.</summary>
internal sealed record FixedParameter(double Value) : Parameter
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} (fixed)");

    internal override string? Fault(string name) =>
        double.IsFinite(Value) ? null : string.Create(CultureInfo.InvariantCulture, $"The fixed value of '{name}' is {Value}. Pass an ordinary number.");
}

/// <summary>A parameter that follows from another.</summary>
internal sealed record LinkedParameter(string Source, Func<double, double> Formula) : Parameter
{
    public override string ToString() => $"linked to {Source}";

    internal override string? Fault(string name) => null;
}
