namespace Hnn.Engine.Models;

// Contact: one synapse between two cells: target, which of its plan's slots, weight as the slot takes it, delay in ms.
internal readonly record struct Contact(int Target, int Slot, double Weight, double Delay);
