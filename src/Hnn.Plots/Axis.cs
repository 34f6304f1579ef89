namespace Hnn.Plots;

/// <summary>What an axis measures.</summary>
/// <param name="Quantity">Name of the quantity, for example <c>Time</c>.</param>
/// <param name="Unit">Its unit, for example <c>ms</c>; empty for a pure number.</param>
public sealed record Axis(string Quantity, string Unit = "")
{
    /// <summary>Where the axis begins, in its unit; null leaves it to the data. Default: null.</summary>
    public double? Min { get; init; }

    /// <summary>Where the axis ends, in its unit; null leaves it to the data. Default: null.</summary>
    public double? Max { get; init; }

    /// <summary>Quantity and unit as they are written beside the axis, for example <c>Time (ms)</c>.</summary>
    public string Label => Unit.Length == 0 ? Quantity : $"{Quantity} ({Unit})";
}
