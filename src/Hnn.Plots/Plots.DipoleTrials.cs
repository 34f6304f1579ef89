using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const double AverageWidth = 3;

    /// <summary>The trials of one simulation over time, with their average on top.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="layers">Layers that all of them have; a panel for each. Default: the whole.</param>
    /// <param name="average">Whether the average is drawn over several trials, which then are paler. Default: true.</param>
    /// <param name="color">Colour of the lines. Default: black.</param>
    /// <param name="decimation">Factors by which the waveforms are decimated first, one after the other; see <see cref="Dipole.Decimated"/>. Default: none.</param>
    /// <param name="start">Start of the time axis in ms. Default: the first sample.</param>
    /// <param name="stop">End of the time axis in ms, after <paramref name="start"/>. Default: the last sample.</param>
    /// <returns>A figure with one panel per layer, below each other over the same times.</returns>
    /// <exception cref="ArgumentException">No trial or no layer was given, the trials differ in times, layers or scale, or nothing lies between start and stop.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <remarks>In hnn-core 0.6 the average must be asked for. Averages refuse trials of different scales; to compare those by name there is <see cref="Dipoles"/>.</remarks>
    public static Figure DipoleTrials(
        IEnumerable<Dipole> trials,
        IEnumerable<string>? layers = null,
        bool average = true,
        Color? color = null,
        IEnumerable<int>? decimation = null,
        double? start = null,
        double? stop = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        int[] factors = [.. decimation ?? []];
        Dipole[] all = [.. trials.Select(trial => trial.Decimated(factors))];
        var mean = AverageOf(all);
        var ink = color ?? Palette.Series(0);
        var isAveraged = average && all.Length > 1;
        var panels = LayersOf(layers).Select((layer, row) => new Panel
        {
            X = TimeAxis with { Min = start, Max = stop },
            Y = MomentAxis(layer, Unit(mean)),
            Area = Area.One with { Top = row },
            Traces =
            [
                .. all.Select((trial, index) => Trial(Waveform(trial, layer, start, stop, ink), index, isAveraged) with { IsInLegend = isAveraged && index == 0 }),
                .. isAveraged ? [Waveform(mean, layer, start, stop, ink) with { Name = "Average", Width = AverageWidth }] : Array.Empty<LineTrace>(),
            ],
        });
        return new Figure { Panels = [.. panels], SharesX = true };
    }

    private static LineTrace Trial(LineTrace line, int index, bool isAveraged) => isAveraged
        ? line with { Name = "Trials", Color = line.Color.MixedWith(new Color(255, 255, 255), 0.4), Opacity = 0.5, Width = 1.5 }
        : line with { Name = $"Trial {index}" };

    private static LineTrace Waveform(Dipole dipole, string layer, double? start, double? stop, Color color)
    {
        var values = dipole[layer];
        int[] shown = [.. Enumerable.Range(0, values.Length).Where(sample => !(dipole.Times[sample] < start) && !(dipole.Times[sample] > stop))];
        if (shown.Length == 0)
            throw new ArgumentException($"No sample lies between {start ?? dipole.Times[0]} and {stop ?? dipole.Times[^1]} ms; the dipole lasts from {dipole.Times[0]} to {dipole.Times[^1]} ms. Pass a start and a stop within that time.", nameof(start));
        return new LineTrace { Name = "", Color = color, Width = UsualWidth, X = [.. shown.Select(sample => dipole.Times[sample])], Y = [.. shown.Select(sample => values[sample])] };
    }
}
