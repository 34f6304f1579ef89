using System.Collections.Immutable;
using Hnn.Core.Analysis;
using Hnn.Core.Files;

namespace Hnn.Core.Results;

/// <summary>Current dipole moment of one trial, of an average of trials, or measured. Immutable; may be shared between threads.</summary>
public sealed partial class Dipole
{
    /// <summary>Name of the layer that is the whole: <c>agg</c>.</summary>
    public const string Aggregate = "agg";

    private readonly ImmutableArray<ImmutableArray<double>> _values;

    /// <summary>Makes a dipole of one waveform, as measured ones are.</summary>
    /// <param name="times">Sample times in ms: at least two, increasing.</param>
    /// <param name="aggregate">The moment in nAm at these times.</param>
    /// <exception cref="ArgumentException">Times or values are not as said.</exception>
    public Dipole(ImmutableArray<double> times, ImmutableArray<double> aggregate)
        : this(times, [KeyValuePair.Create(Aggregate, aggregate)])
    {
    }

    /// <summary>Makes a dipole of the whole and its layers.</summary>
    /// <param name="times">Sample times in ms: at least two, increasing.</param>
    /// <param name="layers">Names and moments in nAm at these times; the first must be <c>agg</c>.</param>
    /// <param name="trialCount">Number of trials it is the average of. Default: 1.</param>
    /// <param name="scaleApplied">Factor the moments have been multiplied by. Default: 1.</param>
    /// <exception cref="ArgumentException">Times, names or values are not as said, or a value is not finite.</exception>
    public Dipole(
        ImmutableArray<double> times,
        IEnumerable<KeyValuePair<string, ImmutableArray<double>>> layers,
        int trialCount = 1,
        double scaleApplied = 1)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(trialCount, 1);
        Require.Finite(scaleApplied);
        var all = layers.ToArray();
        Times = SampleTimes.Checked(times);
        Layers = [.. all.Select(layer => layer.Key)];
        _values = [.. all.Select(layer => layer.Value)];
        TrialCount = trialCount;
        ScaleApplied = scaleApplied;
        CheckLayers();
    }

    /// <summary>Sample times in ms, evenly spaced up to rounding. Shape: [samples].</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Names of the layers: <c>agg</c>, then for simulations the layers it is the sum of, usually <c>L2</c> and <c>L5</c>.</summary>
    public ImmutableArray<string> Layers { get; }

    /// <summary>Number of trials this is the average of; 1 for a single trial.</summary>
    public int TrialCount { get; }

    /// <summary>Product of all factors applied by <see cref="Scaled"/>.</summary>
    public double ScaleApplied { get; }

    /// <summary>Samples per second in Hz, from the first two samples.</summary>
    public double SamplingRate => 1000.0 / (Times[1] - Times[0]);

    /// <summary>Time from the first to the last sample in ms.</summary>
    public double Duration => Times[^1] - Times[0];

    /// <summary>Moment of a layer in nAm (times <see cref="ScaleApplied"/>). Shape: [samples].</summary>
    /// <param name="layer">One of <see cref="Layers"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    public ImmutableArray<double> this[string layer] =>
        Layers.IndexOf(layer) is >= 0 and var index
            ? _values[index]
            : throw new KeyNotFoundException($"The dipole has no layer '{layer}', only {string.Join(", ", Layers)}.");

    /// <summary>Reads a dipole from a text file of two columns (time, moment) or four (time, agg, L2, L5).</summary>
    /// <param name="path">Path of a <c>.txt</c> or <c>.csv</c> file.</param>
    /// <exception cref="FileFault">The file is missing or malformed.</exception>
    public static Dipole Load(string path) => DipoleFile.Read(path);

    /// <summary>Reads the trials of a recording from a text file: a column of times in ms, then one of moments in nAm for each trial.</summary>
    /// <param name="path">Path of a <c>.txt</c> or <c>.csv</c> file.</param>
    /// <returns>A dipole for each trial, with the whole as its only layer. Shape: [trials].</returns>
    /// <exception cref="FileFault">The file is missing or malformed.</exception>
    /// <remarks>The <c>read_dipole</c> of hnn-core 0.6 cannot read such files.</remarks>
    public static ImmutableArray<Dipole> LoadTrials(string path) => DipoleFile.ReadTrials(path);

    /// <summary>Writes the dipole as the reference's text file: times with 3 decimals, moments with 4.</summary>
    /// <param name="path">Path of a <c>.txt</c> file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default: true.</param>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public void Save(string path, bool overwrite = true) => DipoleFile.Write(this, path, overwrite);

    /// <summary>Returns a copy multiplied by a factor, for example for a larger patch of cortex.</summary>
    /// <param name="factor">The factor; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not finite.</exception>
    public Dipole Scaled(double factor)
    {
        Require.Finite(factor);
        return new Dipole(Times, EachLayer(values => [.. values.Select(value => value * factor)]), TrialCount, ScaleApplied * factor);
    }

    /// <summary>Returns a copy smoothed with a Hamming window of unit area; zeros are assumed beyond the ends.</summary>
    /// <param name="window">Window length in ms, at least 1 and at least one sample, at most the recording's length.</param>
    /// <returns>A new dipole with the same times and shapes; this one is unchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is outside that range.</exception>
    /// <remarks>Agrees with <c>smooth_waveform</c> of hnn-core 0.6.</remarks>
    public Dipole Smoothed(double window)
    {
        var samples = HammingWindow.SamplesFor(window, SamplingRate, Times.Length);
        return new Dipole(Times, EachLayer(values => HammingWindow.Smooth(values.AsSpan(), samples)), TrialCount, ScaleApplied);
    }

    /// <summary>Returns a copy smoothed by local fits of fifth-order polynomials (Savitzky-Golay), also at the ends.</summary>
    /// <param name="cutoff">Approximate cut-off frequency in Hz; the window is one period of it, in an odd number of samples. Positive, below half the sampling rate.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cutoff"/> is outside that range, or its window has fewer than 7 samples or more than there are.</exception>
    /// <remarks>
    /// Agrees with <c>Dipole.savgol_filter</c> of hnn-core 0.6 in short windows. In longer ones the powers it fits lose
    /// their digits (5e-8 of the peak at 401 samples, 7e-6 at 1333, 0.6 at 4001); the fits here are exact to round-off.
    /// </remarks>
    public Dipole SavgolFiltered(double cutoff)
    {
        var samples = SavitzkyGolay.SamplesFor(cutoff, SamplingRate, Times.Length);
        return new Dipole(Times, EachLayer(values => SavitzkyGolay.Smooth(values.AsSpan(), samples)), TrialCount, ScaleApplied);
    }

    /// <summary>Returns a copy with another number of samples over the same time, interpolated by the Fourier transform.</summary>
    /// <param name="samples">New number of samples, at least 2.</param>
    /// <remarks>The waveform is taken as periodic, as by <c>scipy.signal.resample</c>, so ends that differ ring.</remarks>
    public Dipole Resampled(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        var step = (Times[1] - Times[0]) * Times.Length / samples;
        return new Dipole(
            [.. Enumerable.Range(0, samples).Select(k => k * step + Times[0])],
            EachLayer(values => FourierResampling.Resample(values.AsSpan(), samples)),
            TrialCount,
            ScaleApplied);
    }

    /// <summary>Returns a copy with fewer samples, for pictures: low-pass filtered, then every k-th sample, for each factor k in turn.</summary>
    /// <param name="factors">Factors, each at least 2 and better not above 13; 40 kHz in steps of 5 and 4 become 2 kHz.</param>
    /// <exception cref="ArgumentException">A factor is below 2, or leaves too few samples to filter (28) or to keep (2).</exception>
    /// <remarks>Agrees with the option <c>decim</c> of the plots of hnn-core 0.6.</remarks>
    public Dipole Decimated(params ReadOnlySpan<int> factors)
    {
        var dipole = this;
        foreach (var factor in factors)
        {
            dipole = new Dipole(
                [.. Decimation.Kept(dipole.Times.AsSpan(), factor)],
                dipole.EachLayer(values => Decimation.Decimate(values.AsSpan(), factor)),
                TrialCount,
                ScaleApplied);
        }

        return dipole;
    }

    private IEnumerable<KeyValuePair<string, ImmutableArray<double>>> EachLayer(Func<ImmutableArray<double>, ImmutableArray<double>> change) =>
        Layers.Zip(_values, (name, values) => KeyValuePair.Create(name, change(values)));

    private void CheckLayers()
    {
        if (Layers.IsEmpty || Layers[0] != Aggregate)
            throw new ArgumentException($"The first layer of a dipole is the whole, '{Aggregate}'; got {(Layers.IsEmpty ? "no layer" : $"'{Layers[0]}'")}.", "layers");
        if (Layers.Distinct(StringComparer.Ordinal).Count() < Layers.Length)
            throw new ArgumentException($"Layers have different names; got {string.Join(", ", Layers)}.", "layers");
        foreach (var (name, values) in Layers.Zip(_values))
        {
            if (values.IsDefault || values.Length != Times.Length)
                throw new ArgumentException($"Layer '{name}' has {(values.IsDefault ? 0 : values.Length)} values for {Times.Length} times. Pass one value per time.", "layers");
            if (values.AsSpan().ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
                throw new ArgumentException($"Layer '{name}' holds a value that is not finite. Pass ordinary numbers.", "layers");
        }
    }
}
