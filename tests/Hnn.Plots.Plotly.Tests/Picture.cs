namespace Hnn.Plots.Plotly.Tests;

/// <summary>A static picture.</summary>
internal static class Picture
{
    /// <summary>A picture of one pixel as a data URI.</summary>
    public const string Dot = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxIiBoZWlnaHQ9IjEiLz4=";
}
