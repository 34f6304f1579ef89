using System.Collections.Immutable;

namespace Hnn.Core.Results;

public sealed partial class CellResponse
{
    /// <summary>Mean spike rate of each cell type in Hz, over trials and cells; only spikes within the window count.</summary>
    /// <param name="start">First time of the window in ms; its spikes count.</param>
    /// <param name="stop">End of the window in ms, after <paramref name="start"/>; its spikes count too.</param>
    /// <returns>Cell type → rate.</returns>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known, or there is no trial or no cell of a type to average over.</exception>
    /// <remarks>Differs from hnn-core 0.6, which counts the spikes of the whole trial whatever the window.</remarks>
    public ImmutableSortedDictionary<string, double> MeanRates(double start, double stop)
    {
        CheckTrials();
        return EachType(start, stop, counts => counts.Average(MeanOf));
    }

    /// <summary>Mean spike rate of each cell type in Hz for each trial; only spikes within the window count.</summary>
    /// <param name="start">First time of the window in ms; its spikes count.</param>
    /// <param name="stop">End of the window in ms, after <paramref name="start"/>; its spikes count too.</param>
    /// <returns>Cell type → rates. Shape: [trials].</returns>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known, or there is no cell of a type to average over.</exception>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> MeanRatesByTrial(double start, double stop) =>
        EachType<ImmutableArray<double>>(start, stop, counts => [.. counts.Select(MeanOf)]);

    /// <summary>Spike rate of each cell in Hz for each trial; only spikes within the window count.</summary>
    /// <param name="start">First time of the window in ms; its spikes count.</param>
    /// <param name="stop">End of the window in ms, after <paramref name="start"/>; its spikes count too.</param>
    /// <returns>Cell type → rates. Shape: [trials][cells].</returns>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known.</exception>
    public ImmutableSortedDictionary<string, ImmutableArray<ImmutableArray<double>>> RatesByCell(double start, double stop) =>
        EachType<ImmutableArray<ImmutableArray<double>>>(start, stop, counts => [.. counts.Select(trial => trial.ToImmutableArray())]);

    /// <summary>Mean spike rate of each cell type in Hz in consecutive bins, over trials and cells.</summary>
    /// <param name="start">Start of the first bin in ms.</param>
    /// <param name="stop">End of the last bin in ms, after <paramref name="start"/>.</param>
    /// <param name="bins">Number of bins of equal width, at least 1. A spike on an edge belongs to the later bin, at the very end to the last.</param>
    /// <returns>Cell type → rates. Shape: [bins].</returns>
    /// <exception cref="InvalidOperationException">The gids of the cell types are not known, or there is no trial or no cell of a type to average over.</exception>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> BinnedRates(double start, double stop, int bins)
    {
        CheckWindow(start, stop);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        CheckTrials();
        return CellTypes.ToImmutableSortedDictionary(type => type, type => Binned(type, start, stop, bins), StringComparer.Ordinal);
    }

    private ImmutableArray<double> Binned(string type, double start, double stop, int bins)
    {
        var counts = new double[bins];
        var times = Trials.SelectMany(trial => trial.TimesOf(type)).Where(time => time >= start && time <= stop);
        foreach (var time in times)
            counts[Math.Min((int)((time - start) / (stop - start) * bins), bins - 1)]++;
        var cellSeconds = (stop - start) / bins / 1000 * GidRanges[type].Count * Trials.Length;
        if (cellSeconds == 0)
            throw NoCells();
        return [.. counts.Select(count => count / cellSeconds)];
    }

    private ImmutableSortedDictionary<string, T> EachType<T>(double start, double stop, Func<double[][], T> average)
    {
        CheckWindow(start, stop);
        return CellTypes.ToImmutableSortedDictionary(
            type => type,
            type => average([.. Trials.Select(trial => Rates(trial, type, start, stop))]),
            StringComparer.Ordinal);
    }

    private double[] Rates(SpikeTable trial, string type, double start, double stop)
    {
        var rates = new double[GidRanges[type].Count];
        for (var spike = 0; spike < trial.Count; spike++)
        {
            if (trial.Types[spike] == type && trial.Times[spike] >= start && trial.Times[spike] <= stop)
                rates[trial.Gids[spike] - GidRanges[type].Start]++;
        }

        return [.. rates.Select(count => count / (stop - start) * 1000)];
    }

    private static double MeanOf(double[] rates) => rates.Length > 0 ? rates.Average() : throw NoCells();

    private static InvalidOperationException NoCells() =>
        new("A cell type has no cells, so it has no mean rate. Leave cell types without cells out of the gid ranges when loading spikes.");

    private void CheckTrials()
    {
        if (Trials.IsEmpty)
            throw new InvalidOperationException("There is no trial, so there are no rates to average. Simulate or load at least one trial.");
    }

    private void CheckWindow(double start, double stop)
    {
        Require.Finite(start);
        Require.Finite(stop);
        if (stop <= start)
            throw new ArgumentOutOfRangeException(nameof(stop), stop, $"The window ends before it begins ({start} ms). Pass a later end.");
        if (CellTypes.IsEmpty)
            throw new InvalidOperationException("The cells of each type are not known, so there are no rates. Pass gid ranges and cell types when loading spikes.");
    }
}
