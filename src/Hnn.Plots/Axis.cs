using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>What an axis measures.</summary>
/// <param name="Quantity">Name of the quantity, for example <c>Time</c>; empty where the ticks say all, as names do.</param>
/// <param name="Unit">Its unit, for example <c>ms</c>; empty for a pure number.</param>
public sealed record Axis(string Quantity, string Unit = "")
{
    /// <summary>Where the axis begins, in its unit; null leaves it to the data. Default: null.</summary>
    public double? Min { get; init; }

    /// <summary>Where the axis ends, in its unit; null leaves it to the data. Below <see cref="Min"/> for an axis that runs backwards. Default: null.</summary>
    public double? Max { get; init; }

    /// <summary>Marks with texts of their own, instead of numbers. Default: numbers, at round values.</summary>
    public ImmutableArray<Tick> Ticks { get; init; } = [];

    /// <summary>Whether the axis is logarithmic; values that are not positive are then left out. Default: false.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether numbers are written without their sign, as for bars that hang from zero. Default: false.</summary>
    public bool ShowsMagnitude { get; init; }

    /// <summary>Quantity and unit as they are written beside the axis, for example <c>Time (ms)</c>.</summary>
    public string Label => Unit.Length == 0 ? Quantity : $"{Quantity} ({Unit})";
}
