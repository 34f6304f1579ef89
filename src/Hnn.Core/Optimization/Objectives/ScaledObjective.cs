using System.Globalization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>A multiple of an objective. Residuals are multiplied alike, if the factor is positive.</summary>
internal sealed class ScaledObjective : Objective
{
    private readonly double _factor;
    private readonly Objective _objective;

    public ScaledObjective(double factor, Objective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Require.Finite(factor);
        (_factor, _objective) = (factor, objective);
    }

    public override string Name => TimesFactor(_objective.Name);

    internal override string Details => TimesFactor(_objective.Details);

    public override bool NeedsTarget => _objective.NeedsTarget;

    public override bool HasResiduals => _objective.HasResiduals && _factor > 0;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target) => _objective.Check(options, target);

    private string TimesFactor(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{_factor} * {(_objective is SumObjective ? $"({text})" : text)}");

    private protected override Score ScoreOf(ObjectiveInput input)
    {
        var (loss, residuals) = _objective.Evaluate(input);
        return new Score(_factor * loss, HasResiduals ? [.. residuals.Select(residual => _factor * residual)] : []);
    }
}
