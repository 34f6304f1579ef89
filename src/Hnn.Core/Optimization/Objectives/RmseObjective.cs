using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>Root of the weighted mean squared difference to the target.</summary>
internal sealed class RmseObjective(TimeWindow window, Func<double, double>? weight) : Objective
{
    public override string Name => weight is null ? "RMSE" : "weighted RMSE";

    // Checkpoints have it in small letters, as setup files do.
    internal override string Details => $"{Name.Replace("RMSE", "rmse", StringComparison.Ordinal)} from {window}";

    public override bool NeedsTarget => true;

    public override bool HasResiduals => true;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target)
    {
        window.CheckOverlap(options, target);
        var steps = (int)Math.Round(options.StopTime / options.TimeStep);
        var weights = WeightsAt(Enumerable.Range(0, steps + 1).Select(step => step * options.TimeStep));
        if (weights is { } given && given.All(value => value == 0))
            throw new ArgumentException("The weight is 0 at all times of the simulation. Pass one that is positive somewhere in the window.");
    }

    private protected override Score ScoreOf(ObjectiveInput input)
    {
        var aligned = input.Dipole.AlignedWith(input.Target!, window.Start, window.Stop, WeightsAt(input.Dipole.Times));
        return new Score(aligned.Rmse(), aligned.Residuals());
    }

    private ImmutableArray<double>? WeightsAt(IEnumerable<double> times) =>
        weight is null ? null : [.. times.Select(Weight)];

    private double Weight(double time)
    {
        var value = weight!(time);
        return value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The weight at {time} ms is {value}. Let it be finite and not negative at all times of the simulation."));
    }
}
