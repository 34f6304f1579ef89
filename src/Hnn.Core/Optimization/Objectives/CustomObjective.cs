using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>A number computed by the user's closure.</summary>
internal sealed class CustomObjective : Objective
{
    private readonly Func<ObjectiveInput, double> _loss;

    public CustomObjective(string name, Func<ObjectiveInput, double> loss, bool needsTarget)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(loss);
        (Name, NeedsTarget, _loss) = (name, needsTarget, loss);
    }

    public override string Name { get; }

    public override bool NeedsTarget { get; }

    public override bool HasResiduals => false;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target)
    {
    }

    private protected override Score ScoreOf(ObjectiveInput input) => new(_loss(input), []);
}
