using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Interactive.Formatters;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Live;

/// <summary>Says how far a fit is, and keeps what its picture needs.</summary>
internal sealed class FitWatch : IProgress<FitProgress>
{
    private readonly Lock _gate = new();
    private readonly List<double> _bests = [];
    private readonly Dipole? _target;
    private readonly FitOptions _options;
    private readonly int _budget;
    private readonly Objective _objective;
    private readonly LiveDisplay _display;
    private FitProgress? _progress;
    private Dipole? _best;

    public FitWatch(Optimizer optimizer, Dipole? target, FitOptions options, Func<LiveState, Action<LiveState>> begin, TimeProvider clock)
    {
        (_target, _options, _budget, _objective) = (target, options, optimizer.MaxEvaluations, optimizer.Objective);
        var title = $"Fitting with at most {NumberText.Count(_budget, "evaluation")}";
        _display = LiveDisplay.Begin(new LiveState(title, new Report(title, new Bar(0))), begin, clock);
    }

    public void Report(FitProgress value)
    {
        lock (_gate)
        {
            _progress = value;
            _bests.Add(value.Best.Loss);
            if (value.Last == value.Best && value.LastDipole is { } dipole)
                _best = dipole;
        }

        _display.Post(Draw);
    }

    /// <summary>Ends with what came out, in the order in which the solver asked: whichever evaluation was done first, it is the same.</summary>
    public void Finish(FitResult fit)
    {
        var text = $"Fit: {_objective.Name} {NumberText.Loss(fit.Loss, _objective)} after {NumberText.Count(fit.History.Length, "evaluation")}; {FitResultFormatter.ReasonOf(fit.StopReason)}.";
        _display.Finish(new LiveState(text, new Report(text, new Drawing(FitPicture.Of(_target, _best, last: null, fit.RunningBest, fit.History.Length, _objective))), IsLast: true));
    }

    public void Fail()
    {
        const string text = "There is no fit. The error says why.";
        _display.Finish(new LiveState(text, new Report(text), IsLast: true));
    }

    private LiveState Draw()
    {
        lock (_gate)
        {
            var progress = _progress!;
            var how = Durations.Progress(progress.Fraction, progress.Elapsed, progress.Remaining) + (progress.Evaluations == _budget && _options.FreshTrials > 0 ? ", judging the best on fresh seeds" : "");
            var losses = $"{_objective.Name} {NumberText.Loss(progress.Best.Loss, _objective)} at best, {NumberText.Loss(progress.Last.Loss, _objective)} last";
            var title = $"Fitting: evaluation {NumberText.Whole(progress.Evaluations)} of {NumberText.Whole(_budget)}";
            return new LiveState(
                $"{title}: {how}; {losses}",
                new Report(title, new Bar(progress.Fraction), new Sentence(how), new Sentence(losses), new Drawing(FitPicture.Of(_target, _best, progress.LastDipole, _bests, _budget, _objective))));
        }
    }
}
