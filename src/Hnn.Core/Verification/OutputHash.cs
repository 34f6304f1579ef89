using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Engine.Runs;

namespace Hnn.Core.Verification;

/// <summary>A fingerprint of a simulation's results: equal bits have the same on every machine, different ones practically never.</summary>
/// <remarks>SHA-256 over times, dipoles, spikes, probes and electrode potentials of all trials: numbers bit by bit (so 0 and -0 differ), little-endian; texts and lists after their length.</remarks>
public sealed class OutputHash
{
    private const string Format = "Hnn output 1";

    private readonly Fingerprint _fingerprint;

    private OutputHash(Fingerprint fingerprint) => _fingerprint = fingerprint;

    /// <summary>The fingerprint of results.</summary>
    /// <param name="result">The results; their provenance is not part of it.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var fingerprint = new Fingerprint();
        new OutputHash(fingerprint).Add(result);
        return fingerprint.ToString();
    }

    private void Add(SimulationResult result)
    {
        Add(Format);
        Add(result.Dipoles.Length);
        foreach (var dipole in result.Dipoles)
            Add(dipole);
        Add(result.CellResponse);
        Add(result.Electrodes.Length);
        foreach (var recording in result.Electrodes)
        {
            Add(recording.Array.Name);
            foreach (var contact in recording.Voltages.SelectMany(trial => trial))
                Add(contact);
        }
    }

    private void Add(Dipole dipole)
    {
        Add(dipole.Times);
        Add(dipole.Layers.Length);
        foreach (var layer in dipole.Layers)
        {
            Add(layer);
            Add(dipole[layer]);
        }
    }

    private void Add(CellResponse response)
    {
        Add(response.Trials.Length);
        Add(response.Probes.Length);
        foreach (var (trial, spikes) in response.Trials.Index())
        {
            Add(spikes.Times);
            foreach (var gid in spikes.Gids)
                Add(gid);
            foreach (var probe in response.Probes)
                Add(response, trial, probe);
        }
    }

    private void Add(CellResponse response, int trial, Probe probe)
    {
        Add((int)probe.Quantity);
        Add(probe.Gid);
        Add(probe.Section);
        Add(probe.Receptor ?? "");
        Add(response.Trace(trial, probe));
    }

    private void Add(string text) => _fingerprint.Add(text);

    private void Add(int number) => _fingerprint.Add(number);

    private void Add(ImmutableArray<double> numbers) => _fingerprint.Add(numbers.AsSpan());
}
