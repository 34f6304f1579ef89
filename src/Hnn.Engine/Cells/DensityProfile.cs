using System.Collections.Immutable;

namespace Hnn.Engine.Cells;

/// <summary>How a mechanism's parameter is spread along a section: one number, or a function of the path distance to the soma's 0 end.</summary>
public abstract record DensityProfile
{
    private protected DensityProfile()
    {
    }

    /// <summary>A number stands for itself everywhere.</summary>
    /// <param name="value">The value, in the parameter's unit.</param>
    public static implicit operator DensityProfile(double value) => new UniformDensity(value);

    /// <summary>The value at a segment's centre.</summary>
    /// <param name="distance">Path distance from the soma's 0 end to the segment's centre in µm.</param>
    /// <param name="segment">Index of the segment within its section, from 0.</param>
    /// <returns>The value in the parameter's unit.</returns>
    public abstract double At(double distance, int segment);
}

/// <summary>The same value in every segment.</summary>
/// <param name="Value">The value in the parameter's unit.</param>
public sealed record UniformDensity(double Value) : DensityProfile
{
    /// <inheritdoc/>
    public override double At(double distance, int segment) => Value;
}

/// <summary><c>Base · (Slope · exp(Rate · distance) + Offset)</c>.</summary>
/// <param name="Base">Factor in the parameter's unit.</param>
/// <param name="Slope">Weight of the exponential, without unit.</param>
/// <param name="Rate">Growth per µm.</param>
/// <param name="Offset">Constant part, without unit.</param>
public sealed record ExponentialDensity(double Base, double Slope, double Rate, double Offset) : DensityProfile
{
    /// <inheritdoc/>
    public override double At(double distance, int segment) => Base * (Slope * Math.Exp(Rate * distance) + Offset);
}

/// <summary>Linear from <paramref name="AtSoma"/> to <paramref name="AtKink"/>, constant beyond the kink.</summary>
/// <param name="AtSoma">Value at distance 0, in the parameter's unit.</param>
/// <param name="AtKink">Value at the kink and beyond it.</param>
/// <param name="Kink">Distance of the kink in µm. Positive.</param>
public sealed record LinearDensity(double AtSoma, double AtKink, double Kink) : DensityProfile
{
    /// <inheritdoc/>
    public override double At(double distance, int segment) =>
        AtSoma + Math.Min(Kink, distance) * (AtKink - AtSoma) / Kink;
}

/// <summary>A value for each segment, as a network file holds it.</summary>
/// <param name="Values">One value per segment, from the section's 0 end, in the parameter's unit.</param>
public sealed record SegmentDensity(ImmutableArray<double> Values) : DensityProfile
{
    /// <inheritdoc/>
    public override double At(double distance, int segment) => Values[segment];

    /// <inheritdoc/>
    public bool Equals(SegmentDensity? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Length;
}
