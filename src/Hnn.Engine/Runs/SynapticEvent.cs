namespace Hnn.Engine.Runs;

// SynapticEvent: a spike that arrives at a synapse of a block: in which step, at which slot and lane, how strong.
internal readonly record struct SynapticEvent(int Step, short Slot, short Lane, double Weight);
