namespace Hnn.Plots.Traces;

/// <summary>Form of a point's mark.</summary>
public enum Marker
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A triangle that points up.</summary>
    Triangle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>Two strokes that cross.</summary>
    Cross,

    /// <summary>An upright stroke, as for a spike in a raster.</summary>
    Bar,
}
