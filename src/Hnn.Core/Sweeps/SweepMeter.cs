using System.Diagnostics;

namespace Hnn.Core.Sweeps;

/// <summary>Counts points and reports how far the sweep is. Told one point at a time.</summary>
/// <param name="listener">Who is told; null for nobody.</param>
/// <param name="total">Number of points.</param>
/// <param name="stored">Number of points that were there before.</param>
internal sealed class SweepMeter(IProgress<SweepProgress>? listener, int total, int stored)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _simulated;
    private int _failed;

    public void Count(SweepPoint point)
    {
        _simulated++;
        _failed += point.Fault is null ? 0 : 1;
        var (finished, elapsed) = (stored + _simulated, _clock.Elapsed);
        listener?.Report(new SweepProgress(finished, total, _failed, elapsed, elapsed * ((double)(total - finished) / _simulated)));
    }
}
