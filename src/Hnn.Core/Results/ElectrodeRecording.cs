using System.Collections.Immutable;
using Hnn.Core.Analysis;
using Hnn.Engine.Models;

namespace Hnn.Core.Results;

/// <summary>Extracellular potentials at the contacts of an electrode array. Immutable.</summary>
public sealed partial class ElectrodeRecording
{
    private const double EvenSpacing = 1e-3;

    /// <summary>Makes a recording.</summary>
    /// <param name="array">The electrodes.</param>
    /// <param name="times">Sample times in ms: at least two, increasing.</param>
    /// <param name="voltages">Potentials in µV. Shape: [trials][contacts][samples].</param>
    /// <exception cref="ArgumentException">The times or the shape are not as said.</exception>
    public ElectrodeRecording(ElectrodeArray array, ImmutableArray<double> times, ImmutableArray<ImmutableArray<ImmutableArray<double>>> voltages)
    {
        ArgumentNullException.ThrowIfNull(array);
        Array = array;
        Times = SampleTimes.Checked(times);
        foreach (var (index, trial) in voltages.Index())
        {
            if (trial.Length != array.Contacts.Length || trial.Any(contact => contact.Length != times.Length))
                throw new ArgumentException($"Trial {index} of array '{array.Name}' has not {array.Contacts.Length} contacts of {times.Length} samples. Pass one potential per contact and time.", nameof(voltages));
        }

        Voltages = voltages;
    }

    /// <summary>The electrodes: name, contacts, conductivity, method and least distance.</summary>
    public ElectrodeArray Array { get; }

    /// <summary>Sample times in ms. Shape: [samples].</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>Potentials in µV. Shape: [trials][contacts][samples].</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> Voltages { get; }

    /// <summary>Number of trials.</summary>
    public int TrialCount => Voltages.Length;

    /// <summary>Samples per second in Hz.</summary>
    /// <exception cref="InvalidOperationException">The samples are not evenly spaced, up to 1 µs.</exception>
    public double SamplingRate
    {
        get
        {
            var step = Times[1] - Times[0];
            for (var i = 2; i < Times.Length; i++)
            {
                if (Math.Abs(Times[i] - Times[i - 1] - step) > EvenSpacing)
                    throw new InvalidOperationException($"The samples of array '{Array.Name}' are not evenly spaced (see {Times[i]} ms), so there is no sampling rate. Resample them first.");
            }

            return 1000.0 / ((Times[^1] - Times[0]) / (Times.Length - 1));
        }
    }

    /// <summary>The same electrodes with some of the trials, in the order given.</summary>
    /// <param name="trials">Indices of trials.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    public ElectrodeRecording Select(params ReadOnlySpan<int> trials)
    {
        var chosen = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<double>>>(trials.Length);
        foreach (var trial in trials)
        {
            Require.InRange(trial, 0, TrialCount - 1, name: nameof(trials));
            chosen.Add(Voltages[trial]);
        }

        return new ElectrodeRecording(Array, Times, chosen.MoveToImmutable());
    }

    /// <summary>Returns a copy with fewer samples, for pictures: low-pass filtered, then every k-th sample, for each factor k in turn.</summary>
    /// <param name="factors">Factors, each at least 2 and better not above 13.</param>
    /// <exception cref="ArgumentException">A factor is below 2, or leaves too few samples to filter (28) or to keep (2).</exception>
    public ElectrodeRecording Decimated(params ReadOnlySpan<int> factors)
    {
        var recording = this;
        foreach (var factor in factors)
        {
            recording = new ElectrodeRecording(
                Array,
                [.. Decimation.Kept(recording.Times.AsSpan(), factor)],
                recording.EachContact(values => Decimation.Decimate(values.AsSpan(), factor)));
        }

        return recording;
    }

    /// <summary>Returns a copy smoothed with a Hamming window of unit area; zeros are assumed beyond the ends.</summary>
    /// <param name="window">Window length in ms, at least 1 and at least one sample, at most the recording's length.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is outside that range.</exception>
    public ElectrodeRecording Smoothed(double window)
    {
        var samples = HammingWindow.SamplesFor(window, SamplingRate, Times.Length);
        return new ElectrodeRecording(Array, Times, EachContact(values => HammingWindow.Smooth(values.AsSpan(), samples)));
    }

    private ImmutableArray<ImmutableArray<ImmutableArray<double>>> EachContact(Func<ImmutableArray<double>, ImmutableArray<double>> change) =>
        [.. Voltages.Select(trial => trial.Select(change).ToImmutableArray())];
}
