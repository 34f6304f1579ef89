using System.Collections.Immutable;
using Hnn.Engine.Kernels;
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

    /// <summary>Memory in bytes that the cells' state takes, without events and records.</summary>
    public long Size => Blocks.Sum(block => (long)block.Values.Length * sizeof(double));

    internal CompiledModel Model { get; }

    internal int Window { get; }

    internal int WindowLength { get; }

    internal int Steps { get; }

    internal BlockState[] Blocks { get; }

    internal RecordedState Recorded { get; }

    /// <summary>Drive spikes up to this time are on their way already.</summary>
    internal double DrivesUntil { get; }

    /// <summary>The state of a run of other trials, each in the state of one of this run's.</summary>
    /// <param name="trials">For each trial of the other run, the trial here whose state it has; one may serve several.</param>
    /// <exception cref="ArgumentException">There is no such trial, or the list is empty.</exception>
    public SimulationState ForTrials(ImmutableArray<int> trials)
    {
        if (trials.IsDefaultOrEmpty || trials.Any(trial => trial < 0 || trial >= Recorded.Spikes.Length))
            throw new ArgumentException($"Each trial needs the state of one of the trials 0 to {Recorded.Spikes.Length - 1}.", nameof(trials));
        var blockOf = new Dictionary<CellId, (BlockState Block, int Lane)>();
        foreach (var block in Blocks)
        {
            for (var lane = 0; lane < block.Cells.Length; lane++)
                blockOf.Add(block.Cells[lane], (block, lane));
        }

        var blocks = Model.Plans.SelectMany(plan => BlockSet.CellsOfBlocks(plan, trials.Length))
            .Select(cells => BlockState.Gather(cells, [.. cells.Select(cell => blockOf[cell with { Trial = trials[cell.Trial] }])]));
        return new SimulationState(Model, Window, WindowLength, Steps, [.. blocks], Recorded.ForTrials(trials), DrivesUntil);
    }
}

// BlockState: a copy of a block's values and queues.
internal sealed record BlockState(CellId[] Cells, double[] Values, SynapticEvent[] Events, PulseQueueState Pulses, int Above, bool Rests)
{
    /// <summary>A block of cells, each in the state of a lane of some block of the same plan. Lanes do not depend on each other.</summary>
    public static BlockState Gather(CellId[] cells, (BlockState Block, int Lane)[] lanes)
    {
        var values = new double[lanes[0].Block.Values.Length];
        var events = new List<SynapticEvent>();
        var pulses = new List<PulseQueueState>();
        var above = 0;
        for (short lane = 0; lane < Block.Lanes; lane++)
        {
            // Lanes that are not used are like the last one that is.
            var (source, from) = lanes[Math.Min(lane, lanes.Length - 1)];
            for (var i = 0; i < values.Length; i += Block.Lanes)
                values[i + lane] = source.Values[i + from];
            if (lane >= lanes.Length)
                continue;
            events.AddRange(source.Events.Where(item => item.Lane == from).Select(item => item with { Lane = lane }));
            pulses.Add(source.Pulses.OfLane(from, lane));
            above |= ((source.Above >> from) & 1) << lane;
        }

        return new BlockState(cells, values, [.. events], PulseQueueState.Joined(pulses), above, lanes.All(lane => lane.Block.Rests));
    }
}
