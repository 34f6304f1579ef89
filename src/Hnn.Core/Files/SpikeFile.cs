using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Results;
namespace Hnn.Core.Files;
/// <summary>Spikes as text.</summary>
public static class SpikeFile
{
    /// <summary>Reads.</summary>
    public static SpikeTable Read(string path) => throw new NotSupportedException(path);

    /// <summary>Reads.</summary>
    public static ImmutableArray<SpikeTable> ReadAll(string pattern, IReadOnlyDictionary<string, GidRange>? gidRanges = null) => throw new NotSupportedException(pattern);

    /// <summary>Writes.</summary>
    public static ImmutableArray<string> WriteAll(ImmutableArray<SpikeTable> trials, string path, bool overwrite = true) => throw new NotSupportedException(path);
}
