using Hnn.Engine.Kernels;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// CellBlock: up to eight cells of one plan in the course of a run: their state, the events on their way to them, and
// what the present window recorded of them. Unused lanes are simulated as cells that nothing reaches, and ignored.
internal sealed unsafe class CellBlock
{
    private const int Lanes = Block.Lanes;

    private readonly NativeBuffer _state;
    private readonly NativeBuffer _dipoles;

    public CellBlock(CellPlan plan, CellId[] cells, int stateLength, int windows, int windowLength)
    {
        (Plan, Cells) = (plan, cells);
        _state = new NativeBuffer(stateLength);
        _dipoles = new NativeBuffer((long)windowLength * Lanes);
        Events = new EventQueue(windows, windowLength);
        Thresholds = new double[Lanes];
    }

    public CellPlan Plan { get; }

    /// <summary>Trial and gid of the cell in each used lane.</summary>
    public CellId[] Cells { get; }

    /// <summary>Everything that changes from step to step, apart from queues.</summary>
    public double* State => _state.Pointer;

    public Span<double> StateValues => _state.Span;

    public EventQueue Events { get; }

    public PulseQueue Pulses { get; } = new();

    /// <summary>Spike threshold of each lane in mV.</summary>
    public double[] Thresholds { get; }

    /// <summary>Which lanes were above their threshold at the last check, a bit each.</summary>
    public int Above { get; set; }

    /// <summary>Whether no event has reached these cells yet, so that they are as all resting cells of their plan.</summary>
    public bool Rests { get; set; } = true;

    /// <summary>Thresholds of the used lanes.</summary>
    public IEnumerable<double> UsedThresholds => Thresholds.Take(Cells.Length);

    /// <summary>Spikes found in the present window: sample and lane.</summary>
    public List<(int Sample, int Lane)> Spikes { get; } = [];

    /// <summary>Dipole of each lane in fAm after each step of the window. Shape: [step in window][lane].</summary>
    public double* Dipoles => _dipoles.Pointer;

    /// <summary>What is recorded of these cells beyond that.</summary>
    public List<ProbeRecorder> Probes { get; } = [];

    /// <summary>Extracellular potentials of these cells; null if there are no electrodes.</summary>
    public FieldRecorder? Field { get; set; }

    /// <summary>Takes over the state and the window's dipoles of a block of the same plan whose cells are all alike.</summary>
    public void CopyFrom(CellBlock other)
    {
        other.StateValues.CopyTo(StateValues);
        other._dipoles.Span.CopyTo(_dipoles.Span);
        Above = other.Above == 0 ? 0 : (1 << Cells.Length) - 1;
    }
}

// CellId: which cell of which trial of a run.
internal readonly record struct CellId(int Trial, int Gid);
