using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;

namespace Hnn.Plots.Tests;

/// <summary>Fits of the smallest column over a few milliseconds; evaluations with a late drive fail.</summary>
internal static class SmallFits
{
    public static FitResult Of(Objective objective, int evaluations = 8)
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
        net.AddDefaultErpDrives();
        var optimizer = new Optimizer(net, stopTime: 6, new ParameterSpace { ["mu"] = (1, 5), ["sigma"] = (0, 1) }, Set)
        {
            Objective = objective, Solver = new SobolSearch(), MaxEvaluations = evaluations, Seed = 1,
        };
        return optimizer.Fit(new Dipole([0, 2, 4, 6], [0, 1, 1, 0]), FitOptions.Default with { FreshTrials = 0 }, cancellation: TestContext.Current.CancellationToken);
    }

    private static void Set(Network net, ParameterValues p)
    {
        if (p["mu"] > 4)
            throw new ArgumentException("Too late.");
        net.ChangeDrive<EvokedDrive>("evprox1", drive => drive with { Mu = p["mu"], Sigma = p["sigma"] });
    }
}
