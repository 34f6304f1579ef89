using System.Collections.Immutable;
using Hnn.Core.Simulation;

namespace Hnn.Core.Results;

/// <summary>All that came out of a simulation. Immutable.</summary>
public sealed record SimulationResult
{
    /// <summary>Dipole of each trial in nAm, neither scaled nor smoothed. Shape: [trials].</summary>
    public required ImmutableArray<Dipole> Dipoles { get; init; }

    /// <summary>Spikes of each trial, and recorded voltages, currents and calcium.</summary>
    public required CellResponse CellResponse { get; init; }

    /// <summary>Potentials of each electrode array, in the network's order.</summary>
    public required ImmutableArray<ElectrodeRecording> Electrodes { get; init; }

    /// <summary>Where the result comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What the user may not have meant, for example a network without drives; usually empty.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Potentials of one electrode array.</summary>
    /// <param name="array">Name of the array.</param>
    /// <exception cref="KeyNotFoundException">There is no such array.</exception>
    public ElectrodeRecording Electrode(string array) =>
        Electrodes.FirstOrDefault(recording => recording.Array.Name == array)
        ?? throw new KeyNotFoundException($"There is no electrode array '{array}', only: {string.Join(", ", Electrodes.Select(e => e.Array.Name))}.");
}
