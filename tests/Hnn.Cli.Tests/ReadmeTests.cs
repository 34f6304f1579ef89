using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Mpi;
using Hnn.Plots;
using Hnn.Plots.Plotly;
using Hnn.Testing;

namespace Hnn.Cli.Tests;

// Here the namespace Hnn.Plots would hide the class; in a user's code it does not.
using Plots = Hnn.Plots.Plots;

#pragma warning disable xUnit1051 // The README's lines stand here as they are.

/// <summary>The README's C# stands here too, line by line, and is run.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_examples_of_the_README_run_and_the_fit_finds_the_hidden_drive()
    {
        var target = DipoleOfHiddenDrive(mu: 27, weight: 0.02);

        var net = Network.Jones2009();
        net.AddDefaultErpDrives();

        var result = net.Simulate(stopTime: 170, trials: 2);
        var dipole = result.Dipoles.Average().Scaled(3000).Smoothed(30);

        PlotlyPage.Save(_folder.PathOf("evoked.html"), Figure.Rows(Plots.Dipoles(("simulated", dipole)), Plots.SpikeHistogram(result.CellResponse)));

        var constraints = new ParameterSpace { ["mu"] = (20, 35), ["weight"] = Parameter.Log(0.001, 0.1) };
        var optimizer = new Optimizer(net, stopTime: 60, constraints, (net, p) => net.AddEvokedDrive(
            "late", mu: p["mu"], sigma: 3, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = p["weight"] }))
        {
            MaxEvaluations = 30, Seed = 1,
        };
        var fit = optimizer.Fit(target, FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 20, Trials = 4 });

        Console.WriteLine(fit.ToText());
        PlotlyPage.Save(_folder.PathOf("fit.html"), Plots.Convergence(fit));
        Console.WriteLine(fit.ProfileFromHistory("mu").Statement(fit.NaturalValue));

        Assert.Equal(27, fit.Best["mu"], 0.5);
        Assert.Equal(0.02, fit.Best["weight"], 0.002);
        Assert.True(File.Exists(_folder.PathOf("evoked.html")) && File.Exists(_folder.PathOf("fit.html")));
    }

    [Fact]
    public void The_example_with_MPI_fits_as_threads_do()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        var optimizer = new Optimizer(net, stopTime: 30, new ParameterSpace { ["mu"] = (8, 12) }, (net, p) => net.AddEvokedDrive(
            "early", mu: p["mu"], sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 }))
        {
            MaxEvaluations = 6, Seed = 1,
        };
        var target = net.Simulate(stopTime: 30).Dipoles[0];
        var options = FitOptions.Default with { FreshTrials = 0 };
        var fit = optimizer.Fit(target, options);
        var onThreads = fit.History.Select(evaluation => evaluation.Loss).ToArray();

        using (new MpiBackend(processes: 10, launcher: "mpiexec"))
            fit = optimizer.Fit(target, options);

        Assert.Equal(onThreads, fit.History.Select(evaluation => evaluation.Loss));
    }

    [Fact]
    public void Every_line_of_CSharp_in_the_README_stands_in_this_test()
    {
        var here = File.ReadAllLines(PathOfThisFile()).Select(line => InFolder.Replace(line.Trim(), "$1")).ToHashSet();
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(PathOfThisFile())!, "..", "..", "README.md"));

        var lines = CSharp.Matches(readme).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();

        Assert.True(lines.Length > 10);
        Assert.All(lines, line => Assert.Contains(line, here));
    }

    private static Dipole DipoleOfHiddenDrive(double mu, double weight)
    {
        var net = Network.Jones2009();
        net.AddDefaultErpDrives();
        net.AddEvokedDrive("late", mu, sigma: 3, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = weight });
        return net.Simulate(stopTime: 60, trials: 4).Dipoles.Select(trial => trial.Scaled(3000).Smoothed(20)).Average();
    }

    private static string PathOfThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"_folder\.PathOf\((""[^""]+"")\)")]
    private static partial Regex InFolder { get; }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp { get; }
}
