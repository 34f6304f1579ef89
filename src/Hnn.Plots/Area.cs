namespace Hnn.Plots;

/// <summary>Where a panel lies in its figure, in cells of the figure's grid; the usual panel is one wide and one high.</summary>
/// <param name="Left">Distance from the figure's left side. Not negative.</param>
/// <param name="Top">Distance from the figure's top. Not negative.</param>
/// <param name="Width">Width. Positive.</param>
/// <param name="Height">Height. Positive.</param>
public readonly record struct Area(double Left, double Top, double Width, double Height)
{
    /// <summary>The first cell of the grid.</summary>
    public static Area One { get; } = new(0, 0, 1, 1);

    /// <summary>Distance of the right side from the figure's left side.</summary>
    public double Right => Left + Width;

    /// <summary>Distance of the bottom from the figure's top.</summary>
    public double Bottom => Top + Height;
}
