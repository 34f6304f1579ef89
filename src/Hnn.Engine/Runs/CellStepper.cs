using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// CellStepper: advances the blocks of one cell plan. This half does not depend on the width of the vectors: where a
// block's values lie, and what is done to single lanes. CellStepper<V> does the rest.
internal abstract unsafe class CellStepper
{
    protected const int Lanes = Block.Lanes;

    // Arrays of a value per node and lane at the start of a block's state; kernels' states follow.
    private const int NodeArrays = 9;

    protected CellStepper(CellPlan plan, Clock clock, int windowLength)
    {
        (Plan, Clock, WindowLength) = (plan, clock, windowLength);
        SlotOffsets = new int[plan.Slots.Length];
    }

    public CellPlan Plan { get; }

    protected Clock Clock { get; }

    protected int WindowLength { get; }

    /// <summary>Rounding errors to be added to conductances; usually none.</summary>
    public QuotientRounding? Rounding { get; init; }

    /// <summary>Where the state of each slot starts in a block's state.</summary>
    protected int[] SlotOffsets { get; }

    /// <summary>Number of doubles of a block's state.</summary>
    public abstract int StateLength { get; }

    protected int NodeStateLength => NodeArrays * Plan.NodeCount * Lanes;

    public static CellStepper Create(CellPlan plan, Clock clock, int windowLength, EngineOptions options)
    {
        var rounding = options.RoundingReversal is { } reversal ? new QuotientRounding(reversal) : null;
        var path = CodePaths.Resolve(options.CodePath);
        return path switch
        {
            CodePath.Scalar => new CellStepper<Lanes1>(plan, clock, windowLength) { Rounding = rounding },
            CodePath.Vector128 => new CellStepper<Lanes2>(plan, clock, windowLength) { Rounding = rounding },
            CodePath.Vector256 => new CellStepper<Lanes4>(plan, clock, windowLength) { Rounding = rounding },
            CodePath.Vector512 => new CellStepper<Lanes8>(plan, clock, windowLength) { Rounding = rounding },
            _ => throw new ArgumentOutOfRangeException(nameof(options), path, "There is no such code path. Choose one of the widths, or Widest."),
        };
    }

    /// <summary>Sets a block to the state at t = 0.</summary>
    public abstract void Initialize(CellBlock block);

    /// <summary>Advances a block through a window.</summary>
    /// <returns>The fault at which it stopped; null if there was none.</returns>
    public abstract CellFault? Advance(CellBlock block, int window);

    /// <summary>Notes which lanes have just risen above their threshold.</summary>
    public void Detect(CellBlock block, int sample)
    {
        var above = 0;
        var voltages = block.State + Plan.SomaNode * Lanes;
        for (var lane = 0; lane < block.Cells.Length; lane++)
        {
            if (voltages[lane] - block.Thresholds[lane] > 0)
                above |= 1 << lane;
        }

        var risen = above & ~block.Above;
        block.Above = above;
        for (; risen != 0; risen &= risen - 1)
            block.Spikes.Add((sample, int.TrailingZeroCount(risen)));
    }

    protected BlockView View(CellBlock block)
    {
        var length = Plan.NodeCount * Lanes;
        return new BlockView
        {
            Voltage = block.State,
            Diagonal = block.State + length,
            RightSide = block.State + 2 * length,
            Calcium = block.State + 3 * length,
            CalciumReversal = block.State + 4 * length,
            CalciumCurrent = block.State + 5 * length,
            Conductance = block.State + 8 * length,
        };
    }

    /// <summary>Changes of voltage in the last step, in mV.</summary>
    protected double* Changes(CellBlock block) => block.State + 6 * Plan.NodeCount * Lanes;

    /// <summary>Inverted pivots of the last step's elimination.</summary>
    protected double* Pivots(CellBlock block) => block.State + 7 * Plan.NodeCount * Lanes;

    // A voltage that is no number spreads over the cell within a step, but not the pivots: they are bad only from the
    // culprit to the root, so the last bad one tells where it began.
    protected CellFault Fault(CellBlock block, int lane, int sample)
    {
        var culprit = Plan.SomaNode;
        for (var node = Plan.NodeCount - 1; node > 0; node--)
        {
            if (!(Math.Abs(Pivots(block)[node * Lanes + lane]) is > 0 and < double.PositiveInfinity))
            {
                culprit = node;
                break;
            }
        }

        var cell = block.Cells[lane];
        return new CellFault(sample, cell.Trial, cell.Gid, culprit);
    }
}
