using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

/// <summary>A saved state of a run at a window's end: cells, events on their way, and what was recorded. Immutable.</summary>
public sealed class SimulationState
{
    internal SimulationState(
        CompiledModel model, int window, int windowLength, int steps, BlockState[] blocks, RecordedState recorded, double drivesUntil)
    {
        (Model, Window, WindowLength, Steps) = (model, window, windowLength, steps);
        (Blocks, Recorded, DrivesUntil) = (blocks, recorded, drivesUntil);
    }

    internal CompiledModel Model { get; }

    internal int Window { get; }

    internal int WindowLength { get; }

    internal int Steps { get; }

    internal BlockState[] Blocks { get; }

    internal RecordedState Recorded { get; }

    /// <summary>Drive spikes up to this time are on their way already.</summary>
    internal double DrivesUntil { get; }
}

// BlockState: a copy of a block's values and queues.
internal sealed record BlockState(double[] Values, SynapticEvent[] Events, PulseQueueState Pulses, int Above, bool Rests);
