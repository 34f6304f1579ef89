using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>1 minus the correlation with the target.</summary>
internal sealed class CorrelationObjective(TimeWindow window) : Objective
{
    public override string Name => "correlation";

    internal override string Details => $"{Name} from {window}";

    public override bool NeedsTarget => true;

    public override bool HasResiduals => false;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target) => window.CheckOverlap(options, target);

    private protected override Score ScoreOf(ObjectiveInput input) =>
        new(1 - input.Dipole.Correlation(input.Target!, window.Start, window.Stop), []);
}
