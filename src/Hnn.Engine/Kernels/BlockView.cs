namespace Hnn.Engine.Kernels;

// BlockView: what kernels see of a block: spans of numbers, node after node, the eight lanes of a node side by side.
internal unsafe struct BlockView
{
    /// <summary>Membrane voltage in mV. Shape: [node][lane].</summary>
    public double* Voltage;

    /// <summary>Conductance of the membrane in mA/cm²/mV (S/cm²); kernels add theirs, the solver empties it.</summary>
    public double* Conductance;

    /// <summary>Diagonal of the cable equation in mA/cm²/mV, without the conductance of the membrane.</summary>
    public double* Diagonal;

    /// <summary>Right-hand side of the cable equation in mA/cm²; kernels subtract their currents.</summary>
    public double* RightSide;

    /// <summary>Inner calcium concentration in mM.</summary>
    public double* Calcium;

    /// <summary>Calcium reversal potential in mV.</summary>
    public double* CalciumReversal;

    /// <summary>Calcium current of this step in mA/cm²; mechanisms add to it, the calcium pool empties it.</summary>
    public double* CalciumCurrent;

    /// <summary>The clock after the first half of this step, in ms.</summary>
    public double MidTime;

    /// <summary>Part of a step the gates still have to catch up: 0 in the first step, else 1.</summary>
    public double Lag;
}
