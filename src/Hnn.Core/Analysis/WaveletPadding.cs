namespace Hnn.Core.Analysis;

/// <summary>What is assumed beyond the ends of a waveform that wavelets reach over.</summary>
public enum WaveletPadding
{
    /// <summary>Zeros. A wavelet may be nearly three times as long as the waveform.</summary>
    Zeros,

    /// <summary>The waveform itself, mirrored at its ends. A wavelet may be nearly three times as long as the waveform.</summary>
    Mirror,

    /// <summary>Zeros too, but no wavelet may be longer than the waveform.</summary>
    None,
}
