using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hnn.Core.Results;
using Hnn.Engine.Runs;

namespace Hnn.Core.Verification;

/// <summary>A fingerprint of a simulation's results: equal bits have the same on every machine, different ones practically never.</summary>
/// <remarks>SHA-256 over times, dipoles, spikes, probes and electrode potentials of all trials: numbers bit by bit (so 0 and -0 differ), little-endian; texts and lists after their length.</remarks>
public sealed class OutputHash
{
    private const string Format = "Hnn output 1";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private OutputHash()
    {
    }

    /// <summary>The fingerprint of results.</summary>
    /// <param name="result">The results; their provenance is not part of it.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var hash = new OutputHash();
        using (hash._hash)
        {
            hash.Add(result);
            return Convert.ToHexStringLower(hash._hash.GetHashAndReset());
        }
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

    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    private void Add(ImmutableArray<double> numbers)
    {
        Add(numbers.Length);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            _hash.AppendData(bytes);
        }
    }
}
