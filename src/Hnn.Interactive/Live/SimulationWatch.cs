using Hnn.Core.Simulation;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Live;

/// <summary>Says how far a simulation is.</summary>
internal sealed class SimulationWatch : IProgress<SimulationProgress>
{
    private readonly string _subject;
    private readonly int _trials;
    private readonly LiveDisplay _display;

    public SimulationWatch(SimulationOptions options, Func<LiveState, Action<LiveState>> begin, TimeProvider clock)
    {
        _trials = options.Trials;
        _subject = $"{NumberText.Count(_trials, "trial")} of {NumberText.Short(options.StopTime)} ms";
        _display = LiveDisplay.Begin(StateAt(0, Durations.Progress(0, TimeSpan.Zero, null)), begin, clock);
    }

    public void Report(SimulationProgress value) =>
        _display.Post(() => StateAt(value.Fraction, Durations.Progress(value.Fraction, value.Elapsed, value.Remaining)));

    public void Finish() => Finish($"Simulated {_subject}.");

    /// <summary>Ends with the number of trials that were finished, and returns the sentence that says so.</summary>
    public string Cancel(int finished)
    {
        var text = $"Interrupted: {NumberText.Whole(finished)} of {NumberText.Count(_trials, "trial")} finished.";
        Finish(text);
        return text;
    }

    public void Fail() => Finish($"Not simulated: {_subject}. The error says why.");

    private void Finish(string text) => _display.Finish(new LiveState(text, new Report(text), IsLast: true));

    private LiveState StateAt(double fraction, string progress) =>
        new($"Simulating {_subject}: {progress}", new Report($"Simulating {_subject}", new Bar(fraction), new Sentence(progress)));
}
