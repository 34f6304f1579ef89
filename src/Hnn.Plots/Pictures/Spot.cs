namespace Hnn.Plots.Pictures;

/// <summary>A place in a picture.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
internal readonly record struct Spot(double X, double Y);
