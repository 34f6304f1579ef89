using System.Collections.Immutable;
using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Mechanisms;

/// <summary>A membrane mechanism with a density: an ion channel or the calcium pool. One file per mechanism.</summary>
public abstract class DensityMechanism
{
    private protected DensityMechanism(string name, params ImmutableArray<MechanismParameter> parameters)
    {
        Name = name;
        Parameters = parameters;
    }

    /// <summary>Name, as network files write it, for example <c>hh2</c>.</summary>
    public string Name { get; }

    /// <summary>The parameters a section may set.</summary>
    public ImmutableArray<MechanismParameter> Parameters { get; }

    /// <summary>The mechanism's inner loop for all its sites in a cell.</summary>
    internal abstract Kernel<V> CreateKernel<V>(KernelSites sites)
        where V : struct, ILanes<V>;
}
