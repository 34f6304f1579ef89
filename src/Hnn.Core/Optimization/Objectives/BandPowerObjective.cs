using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Analysis;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>Minus the weighted relative power in frequency bands.</summary>
internal sealed class BandPowerObjective : Objective
{
    private readonly ImmutableArray<(double Low, double High, double Weight)> _bands;
    private readonly TimeWindow _window;

    public BandPowerObjective(ImmutableArray<(double Low, double High, double Weight)> bands, TimeWindow window)
    {
        if (bands.IsDefaultOrEmpty)
            throw new ArgumentException("There is no frequency band. Pass at least one with its weight.", nameof(bands));
        foreach (var (low, high, weight) in bands)
        {
            if (!(low >= 0 && low < high && double.IsFinite(high) && double.IsFinite(weight)))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"The band from {low} to {high} Hz with weight {weight} is none. Pass a lower frequency of at least 0, a higher one above it and a finite weight."), nameof(bands));
            }
        }

        (_bands, _window) = (bands, window);
    }

    public override string Name => "band power";

    internal override string Details =>
        $"{Name} of {string.Join(", ", _bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.Weight} * {band.Low}-{band.High} Hz")))} from {_window}";

    public override bool NeedsTarget => false;

    public override bool HasResiduals => false;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target)
    {
        _window.CheckOverlap(options, null);
        var duration = Math.Min(_window.Stop ?? options.StopTime, options.StopTime) - Math.Max(_window.Start ?? 0, 0);
        foreach (var (low, high, _) in _bands)
        {
            var step = 1000 / (duration + options.TimeStep);
            if (Math.Floor(high / step) * step < low || low > 500 / options.TimeStep)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"No frequency of the spectrum lies between {low} and {high} Hz: {duration} ms have one every {step:F2} Hz, to {500 / options.TimeStep:F0} Hz. Pass a wider band or a longer simulation."));
            }
        }
    }

    private protected override Score ScoreOf(ObjectiveInput input)
    {
        var (times, values) = (input.Dipole.Times, input.Dipole[Dipole.Aggregate]);
        var cut = values.Where((_, sample) => !(times[sample] < _window.Start) && !(times[sample] > _window.Stop)).ToArray();
        var spectrum = Periodogram.Of(cut, input.Dipole.SamplingRate);
        return new Score(-_bands.Sum(band => band.Weight * spectrum.RelativePower(band.Low, band.High)), []);
    }
}
