namespace Hnn.Testing.Oracle;

/// <summary>One connection from a source of spikes to one synapse of one cell.</summary>
/// <param name="Index">Place in the order of creation.</param>
/// <param name="Source">Gid of the source.</param>
/// <param name="Synapse">The synapse it acts on.</param>
/// <param name="Weight">Weight in µS.</param>
/// <param name="Delay">Delay in ms.</param>
/// <param name="State">What the synapse remembers of this contact; null if nothing.</param>
internal sealed record Contact(int Index, int Source, SynapticCurrent Synapse, double Weight, double Delay, ContactState? State);

/// <summary>What a synapse with transmitter pulses remembers of one contact; zero at the beginning.</summary>
internal sealed class ContactState
{
    public bool IsOn { get; set; }

    public int SpikeCount { get; set; }

    /// <summary>Bound receptors (R0) at <see cref="Time"/>.</summary>
    public double Bound { get; set; }

    /// <summary>Time in ms of the last change.</summary>
    public double Time { get; set; }
}
