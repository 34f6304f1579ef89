using System.Collections.Concurrent;

namespace Hnn.Engine.Runs;

// WindowRunner: advances all blocks by a window, on several threads. Blocks do not depend on each other within a window,
// so it does not matter which thread takes which. Blocks of a plan that no event has reached yet are all alike: one of
// them is computed and copied to the others, which gives the same bits.
internal sealed class WindowRunner
{
    private readonly (CellStepper Stepper, CellBlock Block)[] _blocks;
    private readonly int _threads;
    private readonly bool _canCopy;

    public WindowRunner(BlockSet blocks, int threads)
    {
        _blocks = blocks.ByCost;
        _threads = Math.Clamp(threads > 0 ? threads : Environment.ProcessorCount, 1, Math.Max(1, _blocks.Length));

        // Records differ from cell to cell, and so do spikes where thresholds do.
        _canCopy = blocks.All.All(entry => entry.Block is { Field: null, Probes.Count: 0 })
            && blocks.All.GroupBy(entry => entry.Stepper).All(plan => plan.SelectMany(entry => entry.Block.UsedThresholds).Distinct().Count() == 1);
    }

    /// <summary>Advances all blocks.</summary>
    /// <returns>The fault at which a block stopped, the first of several; null if there was none.</returns>
    public CellFault? Advance(int window)
    {
        var work = Work(window);
        var faults = new ConcurrentBag<CellFault>();
        var next = -1;
        if (_threads == 1)
            AdvanceSome();
        else
            Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads }, _ => AdvanceSome());
        return faults.IsEmpty ? null : faults.MinBy(fault => fault.Order);

        // All work is done even if some of it fails: only so is the first fault the same on any number of threads.
        void AdvanceSome()
        {
            for (var i = Interlocked.Increment(ref next); i < work.Count; i = Interlocked.Increment(ref next))
            {
                if (Advance(work[i], window) is { } fault)
                    faults.Add(fault);
            }
        }
    }

    // Lists of blocks that are alike; most have one.
    private List<List<(CellStepper Stepper, CellBlock Block)>> Work(int window)
    {
        var work = new List<List<(CellStepper, CellBlock)>>(_blocks.Length);
        var resting = new Dictionary<CellStepper, List<(CellStepper, CellBlock)>>();
        foreach (var entry in _blocks)
        {
            entry.Block.Rests &= !entry.Block.Events.HasAny(window) && entry.Block.Pulses.IsEmpty;
            if (_canCopy && entry.Block.Rests && resting.TryGetValue(entry.Stepper, out var alike))
            {
                alike.Add(entry);
                continue;
            }

            work.Add([entry]);
            if (entry.Block.Rests)
                resting[entry.Stepper] = work[^1];
        }

        return work;
    }

    private static CellFault? Advance(List<(CellStepper Stepper, CellBlock Block)> alike, int window)
    {
        var (stepper, first) = alike[0];
        var fault = stepper.Advance(first, window);
        foreach (var (_, other) in alike.Skip(1))
        {
            // Cells that spike on their own spike in every block.
            if (first.Spikes.Count == 0)
                other.CopyFrom(first);
            else
                stepper.Advance(other, window);
        }

        // The other blocks have the same fault at later cells.
        return fault;
    }
}
