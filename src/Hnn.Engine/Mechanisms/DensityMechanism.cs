using System.Collections.Immutable;

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
}
