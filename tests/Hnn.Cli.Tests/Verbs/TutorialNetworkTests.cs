using Hnn.Cli.Verbs;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

/// <summary>The tutorial's fit has the reference's losses at the reference's parameters.</summary>
public sealed class TutorialNetworkTests
{
    // Five runs of the reference's solver: all begin at the midpoint; the best parameters of each were recorded. 1e-6 relative is what the reference's README asks.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Losses_at_the_midpoint_and_at_a_recorded_answer_are_those_of_the_reference(int run)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable && ReferenceData.IsDataAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("optimise/tutorial_reference_runs.json").GetProperty("runs")[run];
        var answer = recorded.GetProperty("best_parameters").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetDouble());

        var (midpoint, best) = (LossAt(null), LossAt(answer));

        AssertClose(recorded.GetProperty("losses")[0].GetDouble(), midpoint);
        AssertClose(recorded.GetProperty("best_loss").GetDouble(), best);
    }

    [Fact]
    public void The_constraints_are_the_tutorials_in_its_order()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("optimise/sequence_tutorial_bayesian_seed1.json").GetProperty("constraints").EnumerateObject();

        var expected = recorded.Select(bounds => KeyValuePair.Create(bounds.Name, Parameter.Linear(bounds.Value[0].GetDouble(), bounds.Value[1].GetDouble())));

        Assert.Equal(expected, TutorialNetwork.Constraints);
    }

    private static double LossAt(Dictionary<string, double>? parameters)
    {
        var target = Dipole.Load(ReferenceData.DataPathOf("S1_SupraT.txt"));
        var optimizer = new Optimizer(TutorialNetwork.WithoutSecondProximal(TutorialNetwork.Mesh), target.Times[^1], TutorialNetwork.Constraints, TutorialNetwork.SetParameters)
        {
            InitialParameters = parameters, MaxEvaluations = 1, Solver = new SobolSearch(),
        };
        return optimizer.Fit(target, TutorialNetwork.Options with { FreshTrials = 0 }, cancellation: TestContext.Current.CancellationToken).Loss;
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-6 * expected);
}
