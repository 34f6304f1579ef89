namespace Hnn.Core.Results;

/// <summary>A deflection of a dipole: a local maximum or minimum.</summary>
/// <param name="Latency">Its time in ms.</param>
/// <param name="Amplitude">The moment there in nAm (times the dipole's scale).</param>
/// <param name="Prominence">How far it stands out from its surroundings in nAm (times the dipole's scale). Positive.</param>
/// <param name="IsMaximum">Whether it is a maximum; otherwise it is a minimum.</param>
public sealed record DipolePeak(double Latency, double Amplitude, double Prominence, bool IsMaximum);
