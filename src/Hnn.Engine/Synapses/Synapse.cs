namespace Hnn.Engine.Synapses;

/// <summary>The model of a postsynaptic receptor: what one contact does when a spike arrives. One file per model.</summary>
public abstract record Synapse
{
    private protected Synapse()
    {
    }

    /// <summary>Name of the model as network files write it, for example <c>Exp2Syn</c>.</summary>
    public abstract string MechanismName { get; }
}
