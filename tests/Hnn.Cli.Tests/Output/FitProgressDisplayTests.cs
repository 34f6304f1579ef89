using Hnn.Cli.Output;
using Hnn.Core.Optimization;

namespace Hnn.Cli.Tests.Output;

public class FitProgressDisplayTests
{
    private static readonly Evaluation Best = new() { Index = 3, Parameters = new([]), Point = [], Loss = 23.4567 };

    [Theory]
    [InlineData(41, "Evaluation 41 of 100, best loss 23.457", "0:01:05")]
    [InlineData(100, "Judging on fresh seeds, best loss 23.457", "-:--:--")]
    public void Beside_the_bar_stand_the_best_loss_and_the_time_left(int evaluations, string before, string behind)
    {
        var progress = new FitProgress(evaluations, 100, Best, Best, null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(65));

        Assert.Equal(before, FitProgressDisplay.DescriptionOf(progress));
        Assert.Equal(behind, FitProgressDisplay.RemainingOf(progress));
    }
}
