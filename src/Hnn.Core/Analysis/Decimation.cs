using System.Collections.Immutable;

namespace Hnn.Core.Analysis;

/// <summary>Fewer samples for pictures: every k-th sample of a waveform that was first freed of the frequencies these cannot show.</summary>
/// <remarks>
/// The filter is a Chebyshev low-pass of the first kind, of order 8 with ripples of 0.05 dB up to 0.8 of the new half sampling
/// rate, run forwards and backwards so that nothing is delayed. Agrees with <c>scipy.signal.decimate</c>, which hnn-core 0.6 uses.
/// </remarks>
public static class Decimation
{
    private const int Order = 8;
    private const double Ripple = 0.05;
    private const double Cutoff = 0.8;

    // How far the waveform is continued beyond its ends: three times the filter's coefficients.
    private const int Margin = 3 * (Order + 1);

    /// <summary>Filters a waveform and keeps its first sample and every <paramref name="factor"/>-th one after it.</summary>
    /// <param name="values">The waveform. At least 28 samples.</param>
    /// <param name="factor">At least 2; for more than 13 rather decimate several times.</param>
    /// <returns>The kept samples. Shape: [samples / factor, rounded up].</returns>
    /// <exception cref="ArgumentException">The factor is below 2, or there are too few samples.</exception>
    public static ImmutableArray<double> Decimate(ReadOnlySpan<double> values, int factor)
    {
        if (factor < 2)
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A factor below 2 leaves no sample out. Pass at least 2, or leave it out.");
        if (values.Length <= Margin)
            throw new ArgumentException($"There are {values.Length} samples, too few to filter. Decimate waveforms of at least {Margin + 1} samples.", nameof(values));
        var extended = Extended(values);
        var sections = Sections(Cutoff / factor);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var section in sections)
                section.Filter(extended);
            Array.Reverse(extended);
        }

        return [.. Kept(extended.AsSpan(Margin, values.Length), factor)];
    }

    /// <summary>The waveform's first element and every <paramref name="factor"/>-th one after it, as they are.</summary>
    internal static double[] Kept(ReadOnlySpan<double> values, int factor)
    {
        var kept = new double[(values.Length + factor - 1) / factor];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = values[i * factor];
        return kept;
    }

    // Each end is the centre of a point reflection: 2 first - x.
    private static double[] Extended(ReadOnlySpan<double> values)
    {
        var extended = new double[values.Length + 2 * Margin];
        values.CopyTo(extended.AsSpan(Margin));
        for (var i = 1; i <= Margin; i++)
        {
            extended[Margin - i] = 2 * values[0] - values[i];
            extended[^(Margin + 1 - i)] = 2 * values[^1] - values[^(i + 1)];
        }

        return extended;
    }

    // The analogue filter's poles lie on an ellipse; the bilinear transform brings them into the unit circle, the zeros to -1.
    // At frequency 0 the gain of an even order is that of the ripples' troughs.
    private static IEnumerable<Section> Sections(double cutoff)
    {
        var trough = Math.Pow(10, -Ripple / 20);
        var axis = Math.Asinh(1 / Math.Sqrt(1 / (trough * trough) - 1)) / Order;
        var width = Math.Tan(Math.PI * cutoff / 2);
        for (var pair = Order / 2; pair > 0; pair--)
        {
            var (sine, cosine) = Math.SinCos(Math.PI * (2 * pair - 1) / (2 * Order));
            var pole = new System.Numerics.Complex(-width * Math.Sinh(axis) * cosine, width * Math.Cosh(axis) * sine);
            pole = (1 + pole) / (1 - pole);
            yield return new Section(-2 * pole.Real, pole.Real * pole.Real + pole.Imaginary * pole.Imaginary, pair == 1 ? trough : 1);
        }
    }

    // y[n] = gain b (x[n] + 2 x[n-1] + x[n-2]) - a1 y[n-1] - a2 y[n-2], b such that a constant is multiplied by the gain;
    // before its first sample the waveform is taken to have been constant for ever.
    private readonly record struct Section(double A1, double A2, double Gain)
    {
        public void Filter(Span<double> values)
        {
            var b = Gain * (1 + A1 + A2) / 4;
            var (first, second) = ((Gain - b) * values[0], (b - Gain * A2) * values[0]);
            for (var i = 0; i < values.Length; i++)
            {
                var (x, y) = (values[i], b * values[i] + first);
                first = 2 * b * x - A1 * y + second;
                second = b * x - A2 * y;
                values[i] = y;
            }
        }
    }
}
