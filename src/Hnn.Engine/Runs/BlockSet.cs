using System.Collections.Immutable;
using Hnn.Engine.Kernels;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Runs;

// BlockSet: the cells of a run in blocks of eight, and the table of where each cell is. A block holds cells of one plan
// and may mix trials. Blocks that belong to other parts of the run are not here.
internal sealed class BlockSet
{
    private readonly ContactTable[] _contacts;
    private readonly CellPlace[][] _places;

    public BlockSet(
        CompiledModel model, CellStepper[] steppers, ImmutableArray<TrialInput> trials, ICellExchange exchange, int windows, int windowLength)
    {
        _contacts = [.. trials.Select(trial => (trial.Variant ?? model).Contacts)];
        _places = [.. trials.Select(_ => new CellPlace[model.Description.CellCount])];
        var all = steppers.SelectMany(stepper => CellsOfBlocks(stepper.Plan, trials.Length).Select(cells => (Stepper: stepper, Cells: cells))).ToArray();
        var parts = BlockShares.Deal([.. all.Select(entry => entry.Stepper.Plan.Cost)], exchange.Parts);
        var here = new List<(CellStepper, CellBlock)>();
        foreach (var ((stepper, cells), part) in all.Zip(parts))
        {
            var block = part == exchange.Part ? new CellBlock(stepper.Plan, cells, stepper.StateLength, windows, windowLength) : null;
            for (var lane = 0; lane < cells.Length; lane++)
            {
                _places[cells[lane].Trial][cells[lane].Gid] = new CellPlace(part, block, (short)lane);
                block?.Thresholds[lane] = model.Description.Thresholds[cells[lane].Gid];
            }

            if (block is not null)
                here.Add((stepper, block));
        }

        All = [.. here];
        ByCost = [.. All.OrderByDescending(entry => entry.Stepper.Plan.Cost)];
    }

    /// <summary>All blocks that are here with what advances them, in the order of gids.</summary>
    public (CellStepper Stepper, CellBlock Block)[] All { get; }

    /// <summary>The same, the most expensive first.</summary>
    public (CellStepper Stepper, CellBlock Block)[] ByCost { get; }

    /// <summary>The place of a cell.</summary>
    public CellPlace this[CellId cell] => _places[cell.Trial][cell.Gid];

    /// <summary>Sends a spike to all targets of its source that are here.</summary>
    public void Send(int trial, int source, double time, Clock clock)
    {
        // A connection's number does not depend on other sources: it stays the same in an alike model.
        var connection = (long)source << 32;
        var places = _places[trial];
        foreach (ref readonly var contact in _contacts[trial].Of(source))
        {
            var (_, block, lane) = places[contact.Target];
            var arrival = time + contact.Delay;
            if (block is not null && clock.StepOf(arrival) is var step && step < clock.Steps)
            {
                if (block.Plan.Slots[contact.Slot].Model is Exp2Synapse)
                    block.Events.Add(new SynapticEvent(step, (short)contact.Slot, lane, contact.Weight));
                else
                    block.Pulses.Add(arrival, connection, (short)contact.Slot, lane, contact.Weight);
            }

            connection++;
        }
    }

    /// <summary>Takes the spikes that the blocks found in the window.</summary>
    public List<CellSpike> TakeSpikes()
    {
        var spikes = new List<CellSpike>();
        foreach (var (_, block) in All)
        {
            foreach (var (sample, lane) in block.Spikes)
                spikes.Add(new CellSpike(sample, block.Cells[lane].Trial, block.Cells[lane].Gid));
            block.Spikes.Clear();
        }

        return spikes;
    }

    public BlockState[] Save() => [.. All.Select(entry => new BlockState(
        entry.Block.Cells, entry.Block.StateValues.ToArray(), entry.Block.Events.Pending(), entry.Block.Pulses.Save(), entry.Block.Above, entry.Block.Rests))];

    public void Restore(BlockState[] states)
    {
        foreach (var ((_, block), state) in All.Zip(states))
        {
            state.Values.CopyTo(block.StateValues);
            block.Events.Reset(state.Events);
            block.Pulses.Restore(state.Pulses);
            (block.Above, block.Rests) = (state.Above, state.Rests);
            block.Spikes.Clear();
        }
    }

    /// <summary>The cells of each block of a plan, in order.</summary>
    public static IEnumerable<CellId[]> CellsOfBlocks(CellPlan plan, int trials) =>
        (from trial in Enumerable.Range(0, trials)
         from gid in Enumerable.Range(plan.Population.FirstGid, plan.Population.Count)
         select new CellId(trial, gid)).Chunk(Block.Lanes);
}

// CellPlace: which part of the run a cell belongs to, and its block and lane if that part is this one.
internal readonly record struct CellPlace(int Part, CellBlock? Block, short Lane);
