namespace Hnn.Interactive.Tests.Live;

/// <summary>A clock that goes when it is told to.</summary>
/// <param name="step">By how much it goes each time it is read. Default: not at all.</param>
internal sealed class FakeClock(TimeSpan step = default) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Now => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);
}
