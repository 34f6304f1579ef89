using Hnn.Core.Analysis;
using Hnn.Core.Results;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>Spectral power density of one or more trials of a simulation: the mean of their spectra.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="minFrequency">Start of the frequency axis in Hz. Not negative. Default: 0.</param>
    /// <param name="maxFrequency">End of the frequency axis in Hz, above the start. Default: half the sampling rate.</param>
    /// <param name="start">First time in ms that is taken into account. Default: the first sample.</param>
    /// <param name="stop">End in ms of what is taken into account. Default: the last sample.</param>
    /// <param name="layers">Layers that all of them have; a line for each. Default: the whole.</param>
    /// <returns>A figure with one panel.</returns>
    /// <exception cref="ArgumentException">No trial or no layer was given, the trials differ in times, layers or scale, or an argument is out of range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <remarks>The <c>plot_psd</c> of hnn-core 0.6 shows the last trial only.</remarks>
    public static Figure Psd(
        IEnumerable<Dipole> trials,
        double minFrequency = 0,
        double? maxFrequency = null,
        double? start = null,
        double? stop = null,
        IEnumerable<string>? layers = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        Dipole[] all = [.. trials];
        var spectra = LayersOf(layers).Select(layer => (LayerName(layer), all.Psd(start, stop, layer))).ToArray();
        return SpectraOf(spectra, Dipole.Aggregate, Unit(all[0]), minFrequency, maxFrequency);
    }

    /// <summary>Spectral power densities of dipoles over each other, for example of a measured and a simulated one.</summary>
    /// <param name="dipoles">Name in the legend and dipole, each; at least one.</param>
    /// <param name="minFrequency">Start of the frequency axis in Hz. Not negative. Default: 0.</param>
    /// <param name="maxFrequency">End of the frequency axis in Hz, above the start. Default: half the highest sampling rate.</param>
    /// <param name="start">First time in ms that is taken into account. Default: the first sample.</param>
    /// <param name="stop">End in ms of what is taken into account. Default: the last sample.</param>
    /// <param name="layer">A layer that all of them have. Default: the whole.</param>
    /// <returns>A figure with one panel. A scale that all have in common stands at the axis, different ones stand in the legend.</returns>
    /// <exception cref="ArgumentException">No dipole was given, or an argument is out of range.</exception>
    /// <exception cref="KeyNotFoundException">A dipole lacks the layer.</exception>
    public static Figure Psd(
        IEnumerable<(string Name, Dipole Dipole)> dipoles,
        double minFrequency = 0,
        double? maxFrequency = null,
        double? start = null,
        double? stop = null,
        string layer = Dipole.Aggregate)
    {
        var (all, unit) = Named(dipoles);
        return SpectraOf([.. all.Select(each => (each.Name, each.Dipole.Psd(start, stop, layer)))], layer, unit, minFrequency, maxFrequency);
    }

    private static Figure SpectraOf((string Name, Periodogram Spectrum)[] spectra, string layer, string unit, double minFrequency, double? maxFrequency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minFrequency);
        var end = maxFrequency ?? spectra.Max(each => each.Spectrum.Frequencies[^1]);
        if (!(end > minFrequency))
            throw new ArgumentOutOfRangeException(nameof(maxFrequency), maxFrequency, $"The frequency axis ends before it begins ({minFrequency} Hz). Pass a higher end.");

        var panel = new Panel
        {
            X = new Axis("Frequency", "Hz") { Min = minFrequency, Max = end },
            Y = new Axis(layer == Dipole.Aggregate ? "Power density" : $"Power density {layer}", $"{Squared(unit)}/Hz"),
            Traces = [.. spectra.Select((each, index) => SpectrumLine(each.Name, each.Spectrum, minFrequency, end, index) with { IsInLegend = spectra.Length > 1 })],
        };
        return new Figure { Panels = [panel] };
    }

    private static LineTrace SpectrumLine(string name, Periodogram spectrum, double minFrequency, double maxFrequency, int index)
    {
        // One frequency more on either side, so that the line goes on to the frame.
        var step = spectrum.Frequencies[1] - spectrum.Frequencies[0];
        var shown = spectrum.Frequencies.Zip(spectrum.Density).Where(each => each.First > minFrequency - step && each.First < maxFrequency + step).ToArray();
        return Line(name, [.. shown.Select(each => each.First)], [.. shown.Select(each => each.Second)], index);
    }
}
