using System.Collections.Immutable;

namespace Hnn.Engine.Cells;

/// <summary>An unbranched cable of a cell: its geometry, membrane and where it lies. Immutable.</summary>
public sealed record Section
{
    private readonly int? _pinnedSegmentCount;

    /// <summary>Name, unique within the cell, for example <c>apical_tuft</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Length in µm. Positive.</summary>
    public required double Length { get; init; }

    /// <summary>Diameter in µm. Positive; the engine rounds it to single precision, as the reference does.</summary>
    public required double Diameter { get; init; }

    /// <summary>Axial resistivity in Ω·cm. Positive.</summary>
    public required double AxialResistivity { get; init; }

    /// <summary>Membrane capacitance in µF/cm². Positive.</summary>
    public required double Capacitance { get; init; }

    /// <summary>Voltage at which the section starts, in mV. Default: -65.</summary>
    public double InitialVoltage { get; init; } = -65;

    /// <summary>Template end points (0 end, 1 end) in µm, the soma starting at the template's position.</summary>
    public (Point3 Start, Point3 End) EndPoints { get; init; }

    /// <summary>Density mechanisms by name (see <see cref="Mechanisms.MechanismLibrary"/>), each with the parameters that differ from its defaults.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, DensityProfile>> Mechanisms { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, DensityProfile>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Receptors with a synapse at the section's middle, in the order of creation, for example <c>ampa, nmda</c>.</summary>
    public ImmutableArray<string> Receptors { get; init; } = [];

    /// <summary>Number of segments. By default from the length: 1 up to 100 µm, else one per 50 µm, made odd; may be set (odd, positive).</summary>
    public int SegmentCount
    {
        get => _pinnedSegmentCount ?? SegmentsFor(Length);
        init => _pinnedSegmentCount = value;
    }

    /// <summary>Whether <see cref="SegmentCount"/> was set rather than derived from the length.</summary>
    public bool HasPinnedSegmentCount => _pinnedSegmentCount.HasValue;

    /// <summary>The number of segments the reference gives a section of this length.</summary>
    /// <param name="length">Length in µm.</param>
    public static int SegmentsFor(double length)
    {
        if (length <= 100)
            return 1;
        var count = (int)(length / 50);
        return count % 2 == 0 ? count + 1 : count;
    }

    /// <summary>Relative position of a segment's centre, (2j+1)/(2n).</summary>
    /// <param name="segment">Index of the segment from 0.</param>
    public double CentreOf(int segment) => (2 * segment + 1) * (1.0 / (2 * SegmentCount));
}
