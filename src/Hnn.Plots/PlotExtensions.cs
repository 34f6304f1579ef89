using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Core.Results;

namespace Hnn.Plots;

/// <summary>The usual figure of a result as a method of it; <see cref="Plots"/> has the same figures with all their options.</summary>
public static class PlotExtensions
{
    /// <summary>The dipole over time; see <see cref="Plots.DipoleTrials"/>.</summary>
    /// <param name="dipole">The dipole.</param>
    /// <param name="layer">The layer. Default: the whole.</param>
    public static Figure Plot(this Dipole dipole, string layer = Dipole.Aggregate) => Plots.DipoleTrials([dipole], [layer]);

    /// <summary>Trials over time, with their average on top; see <see cref="Plots.DipoleTrials"/>.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="layer">The layer. Default: the whole.</param>
    public static Figure Plot(this IEnumerable<Dipole> trials, string layer = Dipole.Aggregate) => Plots.DipoleTrials(trials, [layer]);

    /// <summary>Spectral power density; see <see cref="Plots.Psd(IEnumerable{Dipole}, double, double?, double?, double?, IEnumerable{string}?)"/>.</summary>
    /// <param name="dipole">The dipole.</param>
    /// <param name="minFrequency">Start of the frequency axis in Hz. Default: 0.</param>
    /// <param name="maxFrequency">End of the frequency axis in Hz. Default: half the sampling rate.</param>
    public static Figure PlotPsd(this Dipole dipole, double minFrequency = 0, double? maxFrequency = null) => Plots.Psd([dipole], minFrequency, maxFrequency);

    /// <summary>Mean spectral power density of trials; see <see cref="Plots.Psd(IEnumerable{Dipole}, double, double?, double?, double?, IEnumerable{string}?)"/>.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="minFrequency">Start of the frequency axis in Hz. Default: 0.</param>
    /// <param name="maxFrequency">End of the frequency axis in Hz. Default: half the sampling rate.</param>
    public static Figure PlotPsd(this IEnumerable<Dipole> trials, double minFrequency = 0, double? maxFrequency = null) => Plots.Psd(trials, minFrequency, maxFrequency);

    /// <summary>Power over time and frequency; see <see cref="Plots.TimeFrequency"/>.</summary>
    /// <param name="dipole">The dipole.</param>
    /// <param name="frequencies">Frequencies in Hz, ascending and positive.</param>
    /// <param name="options">Cycles, padding, window, layer and decimation. Default: see there.</param>
    public static Figure PlotTimeFrequency(this Dipole dipole, ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null) =>
        Plots.TimeFrequency([dipole], frequencies, options);

    /// <summary>Mean power of trials over time and frequency; see <see cref="Plots.TimeFrequency"/>.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="frequencies">Frequencies in Hz, ascending and positive.</param>
    /// <param name="options">Cycles, padding, window, layer and decimation. Default: see there.</param>
    public static Figure PlotTimeFrequency(this IEnumerable<Dipole> trials, ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null) =>
        Plots.TimeFrequency(trials, frequencies, options);

    /// <summary>Every spike of the cells as a mark; see <see cref="Plots.SpikeRaster"/>.</summary>
    /// <param name="response">The spikes.</param>
    /// <param name="trials">Indexes of the trials. Default: all.</param>
    public static Figure PlotRaster(this CellResponse response, IEnumerable<int>? trials = null) => Plots.SpikeRaster(response, trials: trials);

    /// <summary>How many spikes each drive has over time; see <see cref="Plots.SpikeHistogram(CellResponse, IEnumerable{string}?, double?, IEnumerable{int}?, IEnumerable{string}?, IReadOnlyDictionary{string, Colors.Color}?)"/>.</summary>
    /// <param name="response">The spikes.</param>
    /// <param name="groups">What is counted: each word stands for all drives and cell types whose name begins with it. Default: every drive for itself.</param>
    public static Figure PlotHistogram(this CellResponse response, IEnumerable<string>? groups = null) => Plots.SpikeHistogram(response, groups);

    /// <summary>Potentials of the contacts over time; see <see cref="Plots.LaminarLfp"/>.</summary>
    /// <param name="recording">The potentials.</param>
    /// <param name="trials">Indexes of the trials. Default: all.</param>
    public static Figure PlotLfp(this ElectrodeRecording recording, IEnumerable<int>? trials = null) => Plots.LaminarLfp(recording, trials);

    /// <summary>Current sources and sinks over time and height; see <see cref="Plots.LaminarCsd"/>.</summary>
    /// <param name="recording">The potentials.</param>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    public static Figure PlotCsd(this ElectrodeRecording recording, int trial = 0) => Plots.LaminarCsd(recording, trial);

    /// <summary>How the fit went; see <see cref="Plots.Convergence(FitResult)"/>.</summary>
    /// <param name="fit">The fit.</param>
    public static Figure PlotConvergence(this FitResult fit) => Plots.Convergence(fit);
}
