using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>The sum of two objectives. A sum of roots is not the root of one sum of squares, so it has no residuals.</summary>
internal sealed class SumObjective : Objective
{
    private readonly Objective _left;
    private readonly Objective _right;

    public SumObjective(Objective left, Objective right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        (_left, _right) = (left, right);
    }

    public override string Name => $"{_left.Name} + {_right.Name}";

    internal override string Details => $"{_left.Details} + {_right.Details}";

    public override bool NeedsTarget => _left.NeedsTarget || _right.NeedsTarget;

    public override bool HasResiduals => false;

    private protected override void CheckWindow(SimulationOptions options, Dipole? target)
    {
        _left.Check(options, target);
        _right.Check(options, target);
    }

    private protected override Score ScoreOf(ObjectiveInput input) => new(_left.Evaluate(input).Loss + _right.Evaluate(input).Loss, []);
}
