using System.Collections.Immutable;
using Hnn.Core.Files;
using Hnn.Core.Files.NetworkJson;

namespace Hnn.Core.FitSetups;

/// <summary>Collects the faults of a file, so that all of them can be told at once.</summary>
internal sealed class FaultList
{
    private readonly List<FileFault> _faults = [];

    /// <summary>Number of faults found.</summary>
    public int Count => _faults.Count;

    /// <summary>Adds a fault.</summary>
    public void Add(FileFault fault) => _faults.Add(fault);

    /// <summary>Reads something; if it is faulty, the fault is kept and the reading goes on with a fallback.</summary>
    public T Read<T>(T fallback, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileFault fault)
        {
            Add(fault);
            return fallback;
        }
    }

    /// <summary>Does something with a value of the file; if the library refuses it, that is a fault at the value's place.</summary>
    public T Try<T>(JsonValue value, T fallback, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException refusal)
        {
            Add(value.Fault(refusal.Message.Replace($" (Parameter '{refusal.ParamName}')", "", StringComparison.Ordinal).ReplaceLineEndings(" "), "", ""));
            return fallback;
        }
    }

    /// <summary>Finds keys that mean nothing, for example misspelled ones.</summary>
    public void CheckKeys(JsonValue entry, params ImmutableArray<string> known)
    {
        foreach (var (key, value) in entry.Members().Where(member => !known.Contains(member.Key)))
            Add(value.Fault($"The key '{key}' means nothing here.", $"Known are {string.Join(", ", known)}.", "Correct or remove it."));
    }

    /// <summary>Throws all faults, if there are any.</summary>
    /// <exception cref="FitSetupException">There are.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new FitSetupException([.. _faults]);
    }
}
