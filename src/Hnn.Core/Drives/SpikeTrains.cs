using Hnn.Core.Files;
using Hnn.Core.Results;

namespace Hnn.Core.Drives;

/// <summary>Makes the spike times of a <see cref="SpikeTrainDrive"/> from lists and files of spikes, to replay one network's output into another.</summary>
public static class SpikeTrains
{
    /// <summary>Gathers single spikes by their sources; the sources become the drive's cells 0, 1, 2 … in the order of their gids.</summary>
    /// <param name="spikes">Times in ms with the gids of their sources, in any order.</param>
    /// <returns>Spike times of each source in the order given. Shape: [source][spike].</returns>
    public static IReadOnlyList<IReadOnlyList<double>> FromSpikes(IEnumerable<(double Time, int Gid)> spikes)
    {
        ArgumentNullException.ThrowIfNull(spikes);
        return [.. spikes.GroupBy(spike => spike.Gid).OrderBy(source => source.Key).Select(source => source.Select(spike => spike.Time).ToArray())];
    }

    /// <summary>Gathers the spikes of a trial by their sources as <see cref="FromSpikes"/> does.</summary>
    /// <param name="trial">The spikes, for example <c>result.CellResponse.Trials[0]</c>.</param>
    /// <param name="types">Names of the cell types and drives whose spikes are taken; none for all.</param>
    /// <returns>Spike times of each source that fired, in the trial's order. Shape: [source][spike].</returns>
    /// <exception cref="ArgumentException">A named type has no spike in the trial.</exception>
    /// <example><c>next.AddSpikeTrainDrive("from_first", SpikeTrains.FromTrial(result.CellResponse.Trials[0], "L5_pyramidal"), "proximal", …)</c></example>
    public static IReadOnlyList<IReadOnlyList<double>> FromTrial(SpikeTable trial, params IReadOnlyList<string> types)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(types);
        if (types.Except(trial.Types, StringComparer.Ordinal).FirstOrDefault() is { } silent)
            throw new ArgumentException($"'{silent}' has no spike in the trial; {(trial.Count > 0 ? $"{string.Join(", ", trial.Types.Distinct())} have" : "nothing has")}. Name what fired, or simulate for longer.", nameof(types));
        return FromSpikes(trial.Times.Zip(trial.Gids, trial.Types).Where(spike => types.Count == 0 || types.Contains(spike.Third)).Select(spike => (spike.First, spike.Second)));
    }

    /// <summary>Reads the spikes of the first trial of one or several spike files and gathers them by their sources as <see cref="FromSpikes"/> does.</summary>
    /// <param name="pattern">Path of a file, or with <c>*</c> and <c>?</c> those of all trials, of which the first is taken.</param>
    /// <returns>Spike times of each source in the file's order. Shape: [source][spike].</returns>
    /// <exception cref="FileFault">There is no such file, or it is malformed.</exception>
    public static IReadOnlyList<IReadOnlyList<double>> FromFile(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var trial = SpikeFile.Read(SpikeFile.Matches(pattern).First());
        return FromSpikes(trial.Times.Zip(trial.Gids));
    }
}
