namespace Hnn.Engine.Kernels;

// CableTree: the constants of the cable equation of one cell. Node 0 is the root; parents come before their children.
internal sealed class CableTree
{
    public CableTree(int[] parents, double[] parentCoupling, double[] childCoupling, double[] diagonal, double[] dipoleWeights)
    {
        Parents = parents;
        ParentCoupling = new NativeBuffer(parentCoupling);
        ChildCoupling = new NativeBuffer(childCoupling);
        Diagonal = new NativeBuffer(diagonal);
        DipoleWeights = new NativeBuffer(dipoleWeights);
    }

    /// <summary>Parent of each node; -1 for the root.</summary>
    public int[] Parents { get; }

    /// <summary>Coefficient a of each node in its parent's equation, negative, in mA/cm²/mV.</summary>
    public NativeBuffer ParentCoupling { get; }

    /// <summary>Coefficient b of the parent in each node's equation, negative, in mA/cm²/mV.</summary>
    public NativeBuffer ChildCoupling { get; }

    /// <summary>Constant part of the diagonal: capacitance over the time step, and the axial couplings.</summary>
    public NativeBuffer Diagonal { get; }

    /// <summary>Dipole in fAm per mV between a node's parent and the node.</summary>
    public NativeBuffer DipoleWeights { get; }
}
