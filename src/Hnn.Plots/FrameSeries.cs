using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>States of a figure, one shown at a time: the frames of a film, or what belongs to each point that can be clicked.</summary>
/// <remarks>What changes from frame to frame are the values of a <see cref="Traces.Coloring"/> and the texts of <see cref="Captions"/>; the geometry stays.</remarks>
public sealed record FrameSeries
{
    /// <summary>What tells the frames apart, for example <c>Time (ms)</c> or <c>Source cell</c>.</summary>
    public required Axis Axis { get; init; }

    /// <summary>Position of each frame on that axis, for example its time. Shape: [frames].</summary>
    public required ImmutableArray<double> At { get; init; }

    /// <summary>Sentence shown above the figure in each frame, or nothing. Shape: [frames] or [0]. Default: none.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>Index of the frame that is shown first, and by pictures that cannot change. Default: 0.</summary>
    public int Shown { get; init; }

    /// <summary>Whether the frames follow each other in time, so that they can be played; otherwise one is chosen by a click on a trace that <see cref="Traces.Trace.PicksFrame"/>. Default: true.</summary>
    public bool IsPlayable { get; init; } = true;
}
