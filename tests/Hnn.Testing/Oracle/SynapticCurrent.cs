namespace Hnn.Testing.Oracle;

/// <summary>A synapse at the middle of a section; its current is in nA, its conductance in µS (section 5).</summary>
public abstract class SynapticCurrent : MembraneCurrent
{
    private protected SynapticCurrent(double segmentArea) : base(100 / segmentArea)
    {
    }

    /// <summary>Makes room for the states a contact keeps of itself; null for synapses that keep none.</summary>
    internal virtual ContactState? NewContactState() => null;

    /// <summary>A spike arrives by a contact.</summary>
    /// <returns>When the contact wants to be told again (the end of the transmitter pulse) and the number it wants to be told; null if never.</returns>
    internal abstract (double Time, int Number)? Arrive(Contact contact, double time);

    /// <summary>The contact's own event: the end of a transmitter pulse.</summary>
    internal virtual void EndPulse(Contact contact, double time, int number) =>
        throw new InvalidOperationException($"{GetType().Name} asks for no events of its own.");
}
