namespace Hnn.Core.Sweeps;

/// <summary>What of each simulation is stored, one table each, one row per value. The table of points with their summaries is always stored.</summary>
[Flags]
public enum SweepOutputs
{
    /// <summary>Only the table of points: <c>point</c>, one column per parameter and summary, and <c>fault</c>, empty if there was none.</summary>
    None = 0,

    /// <summary>Dipoles, scaled and smoothed as the sweep says: <c>point, trial, time, agg, L2, L5</c> (or the network's layers).</summary>
    Dipoles = 1,

    /// <summary>Spikes: <c>point, trial, time, gid, type</c>.</summary>
    Spikes = 2,

    /// <summary>Potentials at electrodes in µV: <c>point, trial, array, contact, time, potential</c>.</summary>
    Potentials = 4,

    /// <summary>Recorded voltages, synaptic currents and calcium: <c>point, trial, quantity, gid, section, receptor, time, value</c>.</summary>
    Recordings = 8,
}
