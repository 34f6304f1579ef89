using Hnn.Cli.Fitting;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Cli.Tests.Fitting;

public class FitFilesTests
{
    [Fact]
    public void The_history_has_a_line_for_each_evaluation_and_says_why_one_failed()
    {
        var fit = FitThatFailsLate();

        var lines = FitFiles.HistoryOf(fit).TrimEnd().Split('\n');

        Assert.Equal("evaluation,loss,loss of trial 1,loss of trial 2,seconds,\"mu, in ms\",fault", lines[0]);
        Assert.Equal(1 + fit.History.Length, lines.Length);
        Assert.All(fit.History.Where(evaluation => evaluation.Fault is not null), failed =>
        {
            Assert.StartsWith($"{failed.Index + 1},,,,", lines[failed.Index + 1], StringComparison.Ordinal);
            Assert.Contains("\"\"late\"\"", lines[failed.Index + 1], StringComparison.Ordinal);
        });
        Assert.Contains(fit.History, evaluation => evaluation.Fault is not null);
    }

    private static FitResult FitThatFailsLate(double start = 2)
    {
        const string Mu = "mu, in ms";
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
        net.AddDefaultErpDrives();
        var calls = 0;
        var optimizer = new Optimizer(net, stopTime: 3, new ParameterSpace { [Mu] = (1, 5) }, (copy, p) =>
        {
            // The first call is the check before the fit.
            if (calls++ > 0 && p[Mu] > 4)
                throw new ArgumentException("That is \"late\".");
            copy.ChangeDrive<EvokedDrive>("evprox1", drive => drive with { Mu = p[Mu] });
        })
        {
            Objective = Objective.Custom("end", input => Math.Abs(input.Dipole["agg"][^1])),
            Solver = new SobolSearch(),
            MaxEvaluations = 8,
            InitialParameters = new Dictionary<string, double> { [Mu] = start },
        };
        return optimizer.Fit(options: FitOptions.Default with { Trials = 2, FreshTrials = 0, Threads = 1 }, cancellation: TestContext.Current.CancellationToken);
    }
}
