using System.Runtime.CompilerServices;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Runs;

// FieldRecorder: the potentials (µV) that a block's transmembrane currents cause at all contacts of all arrays.
// The current of a segment is what its equation leaves to the axial terms: (d dv + i) times its area.
internal sealed unsafe class FieldRecorder
{
    private const int Lanes = Block.Lanes;

    private readonly NativeBuffer _transfer;
    private readonly NativeBuffer _before;
    private readonly NativeBuffer _diagonal;
    private readonly NativeBuffer _potentials;
    private readonly double[] _areas;
    private readonly double[] _capacitances;
    private readonly int _contacts;

    /// <summary>Creates a recorder.</summary>
    /// <param name="transfer">Potential per current in µV/nA. Shape: [lane][contact][node].</param>
    /// <param name="areas">Membrane area of each node in µm².</param>
    /// <param name="capacitances">Capacitance over the time step of each node in mA/cm²/mV.</param>
    /// <param name="contacts">Number of contacts.</param>
    /// <param name="windowLength">Number of steps of a window.</param>
    public FieldRecorder(double[][][] transfer, double[] areas, double[] capacitances, int contacts, int windowLength)
    {
        (_areas, _capacitances, _contacts) = (areas, capacitances, contacts);
        _transfer = new NativeBuffer((long)contacts * areas.Length * Lanes);
        _before = new NativeBuffer((long)areas.Length * Lanes);
        _diagonal = new NativeBuffer((long)areas.Length * Lanes);
        _potentials = new NativeBuffer((long)windowLength * contacts * Lanes);
        for (var lane = 0; lane < transfer.Length; lane++)
        {
            for (var contact = 0; contact < contacts; contact++)
            {
                for (var node = 0; node < areas.Length; node++)
                    _transfer.Span[(contact * areas.Length + node) * Lanes + lane] = transfer[lane][contact][node];
            }
        }
    }

    /// <summary>Potentials due to each lane's cell after each step of the window. Shape: [step in window][contact][lane].</summary>
    public double* Potentials => _potentials.Pointer;

    /// <summary>Called when the right side holds only axial and injected currents.</summary>
    public void BeforeMembrane(in BlockView block) =>
        new ReadOnlySpan<double>(block.RightSide, _areas.Length * Lanes).CopyTo(_before.Span);

    /// <summary>Called when all membrane currents have been added, before elimination.</summary>
    public void AfterMembrane(in BlockView block)
    {
        for (var i = 0; i < _areas.Length * Lanes; i++)
        {
            _before.Pointer[i] -= block.RightSide[i];
            _diagonal.Pointer[i] = block.Conductance[i] + _capacitances[i / Lanes];
        }
    }

    /// <summary>Called with the changes of voltage.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AfterStep<V>(double* changes, int stepInWindow)
        where V : struct, ILanes<V>
    {
        var currents = _before.Pointer;
        for (var node = 0; node < _areas.Length; node++)
        {
            var scale = V.All(0.01 * _areas[node]);
            for (var lane = 0; lane < Lanes; lane += V.Count)
            {
                var place = node * Lanes + lane;
                var current = V.Fma(V.Load(_diagonal.Pointer + place), V.Load(changes + place), V.Load(currents + place));
                V.Store(currents + place, current * scale);
            }
        }

        var transfer = _transfer.Pointer;
        var row = _potentials.Pointer + (nint)stepInWindow * _contacts * Lanes;
        for (var contact = 0; contact < _contacts; contact++, row += Lanes, transfer += _areas.Length * Lanes)
        {
            for (var lane = 0; lane < Lanes; lane += V.Count)
            {
                var sum = V.All(0.0);
                for (var node = 0; node < _areas.Length; node++)
                    sum = V.Fma(V.Load(transfer + node * Lanes + lane), V.Load(currents + node * Lanes + lane), sum);
                V.Store(row + lane, sum);
            }
        }
    }
}
