using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using static Hnn.Core.Tests.Optimization.Objectives.ObjectiveInputs;

namespace Hnn.Core.Tests.Optimization.Objectives;

public class ObjectiveInputTests
{
    [Fact]
    public void Each_trial_is_scaled_and_smoothed_and_then_they_are_averaged()
    {
        var result = ResultOf(Sampled(50, Math.Sin), Sampled(50, Math.Cos));

        var input = ObjectiveInput.Of(result, scaleFactor: 3000, smoothingWindow: 7);

        Assert.Equal(result.Dipoles.Select(trial => trial.Scaled(3000).Smoothed(7)["agg"]), input.Trials.Select(trial => trial["agg"]));
        Assert.Equal(input.Trials.Average()["agg"], input.Dipole["agg"]);
        Assert.Equal(2, input.Dipole.TrialCount);
        Assert.Same(result, input.Result);
        Assert.Equal(1, result.Dipoles[0].ScaleApplied);
    }
}
