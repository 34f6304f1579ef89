namespace Hnn.Engine.Models;

/// <summary>How a segment's transmembrane current is placed in space for extracellular potentials.</summary>
public enum FieldMethod
{
    /// <summary>A point source at the segment's centre (<c>psa</c>).</summary>
    PointSource,

    /// <summary>A line source (<c>lsa</c>, Holt 1998) with the reference's segment lengths, which overlap between neighbours.</summary>
    LineSource,
}
