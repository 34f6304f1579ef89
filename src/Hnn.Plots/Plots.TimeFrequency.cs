using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // Heat maps keep no more columns than a wide picture has pixels.
    private const int MostColumns = 1000;

    /// <summary>Power over time and frequency, by Morlet wavelets: a spectrogram. Of several trials it is the mean of their powers.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="frequencies">Frequencies in Hz, at least one, ascending and positive.</param>
    /// <param name="options">Cycles, padding, window, layer and decimation. Default: seven cycles, zeros beyond the ends, the whole dipole.</param>
    /// <param name="colormap">Colours from no power to the greatest. Default: inferno.</param>
    /// <returns>A figure with one panel and its colour bar. Of more than 1000 samples every k-th is drawn.</returns>
    /// <exception cref="ArgumentException">No trial was given, the trials differ in times, layers or scale, the frequencies do not ascend, or a wavelet is longer than the waveform with its padding.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    public static Figure TimeFrequency(
        IEnumerable<Dipole> trials, ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null, Colormap? colormap = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        if (frequencies.Zip(frequencies.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("The frequencies do not ascend, so they make no axis. Sort them, and leave out what is there twice.", nameof(frequencies));

        Dipole[] all = [.. trials];
        var shown = all.TimeFrequency(frequencies, options);
        var layer = options?.Layer ?? Dipole.Aggregate;
        var power = new Axis(layer == Dipole.Aggregate ? "Power" : $"Power {layer}", Squared(Unit(all[0])));
        var map = new HeatmapTrace
        {
            Name = power.Quantity,
            Color = Palette.Series(0),
            X = EachShown(shown.Times),
            Y = frequencies,
            Values = [.. shown.Power.Select(EachShown)],
            Scale = new ColorScale(power, colormap ?? Colormap.Inferno, 0, shown.Power.Max(row => row.Max())),
        };
        return new Figure { Panels = [new Panel { X = TimeAxis, Y = new Axis("Frequency", "Hz"), Traces = [map] }] };
    }

    private static ImmutableArray<double> EachShown(ImmutableArray<double> samples)
    {
        var step = (samples.Length + MostColumns - 1) / MostColumns;
        return step == 1 ? samples : [.. samples.Where((_, sample) => sample % step == 0)];
    }
}
