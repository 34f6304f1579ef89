// The notebook 17-how-sure-is-this-fit.ipynb as a program, made by: hnn notebook export 17-how-sure-is-this-fit.ipynb -o 17-how-sure-is-this-fit.cs
// Run it: dotnet run 17-how-sure-is-this-fit.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # How sure is this fit?
//
// An optimiser always returns *a* set of parameters. This lesson asks what the set is worth:
//
// 1. Is the best better than where it began, or was it lucky with the random spike times?
// 2. Which parameters does the measurement determine at all?
// 3. How far may each of them go before the fit gets worse?
// 4. What do the parameters that are as good predict?
//
// It uses the problem of lesson 1 with four of its ten parameters, so that everything runs in about two minutes.

// %% load
using Hnn.Core.Datasets;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Interactive.Live;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. The problem
//
// Two drives are fixed; of the third, the second proximal one, four numbers are free: when its spikes come (`mu`, `sigma`), and two weights onto the pyramidal cells of layer 5, the cells that make most of the dipole.

// %% problem
report.Cell("problem");
var found = await Dataset.S1SupraT.FindAsync();
foreach (var warning in found.Warnings)
    Console.WriteLine(warning);
var target = found.Dipole;

var net = Network.Jones2009();
net.AddEvokedDrive(
    "evprox1", mu: 5.6813, sigma: 20.3969, spikeCount: 1, location: "proximal",
    ampaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.2913, ["L2_pyramidal"] = 0.9337, ["L5_basket"] = 0.1951, ["L5_pyramidal"] = 0.3602
    },
    nmdaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.924, ["L2_pyramidal"] = 0.0845, ["L5_basket"] = 0.5849, ["L5_pyramidal"] = 0.65105
    },
    delays: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_basket"] = 1, ["L5_pyramidal"] = 1
    });
net.AddEvokedDrive(
    "evdist1", mu: 58.6539, sigma: 5.581, spikeCount: 1, location: "distal",
    ampaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.8037, ["L2_pyramidal"] = 0.5738, ["L5_pyramidal"] = 0.3626
    },
    nmdaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.2492, ["L2_pyramidal"] = 0.6183, ["L5_pyramidal"] = 0.1121
    },
    delays: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_pyramidal"] = 0.1
    });

void SetParameters(Network net, ParameterValues p) => net.AddEvokedDrive(
    "evprox2", mu: p["mu"], sigma: p["sigma"], spikeCount: 1, location: "proximal",
    ampaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.5, ["L2_pyramidal"] = 0.5, ["L5_basket"] = 0.5, ["L5_pyramidal"] = p["ampa"]
    },
    nmdaWeights: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.5, ["L2_pyramidal"] = 0.5, ["L5_basket"] = 0.5, ["L5_pyramidal"] = p["nmda"]
    },
    delays: new Dictionary<string, double>
    {
        ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_basket"] = 1, ["L5_pyramidal"] = 1
    });

var constraints = new ParameterSpace
{
    ["mu"] = (100, 120), ["sigma"] = (2, 30), ["ampa"] = (0.01, 1), ["nmda"] = (0.01, 1)
};

// %% [markdown]
// ## 2. Fit, and judge on fresh seeds
//
// `FreshTrials = 8`: after the fit, its best and its start are simulated again with eight sequences of spike times that the fit has never seen. An optimiser that has only learnt one draw of random numbers by heart fails here.

// %% fit
report.Cell("fit");
var optimizer = new Optimizer(net, target.Times[^1], constraints, SetParameters)
{
    MaxEvaluations = 50, Seed = 1
};
var options = FitOptions.Default with
{
    ScaleFactor = 3000, SmoothingWindow = 30, FreshTrials = 8, FreshCandidates = 1
};
var fit = await optimizer.FitLiveAsync(target, options);
display(fit);

// %% fresh
report.Cell("fresh");
var best = fit.Fresh.Single(score => score.Evaluation.Index == fit.BestEvaluation.Index);
var start = fit.Fresh.Single(score => score.Evaluation.Index == fit.Initial!.Index);
var (difference, error) = best.BetterThan(start);

Console.WriteLine($"Best, on the seed it was fitted to: {fit.Loss:F1} nAm");
Console.WriteLine($"Best, on fresh seeds: {best.Mean:F1} ± {best.StandardDeviation:F1} nAm");
Console.WriteLine($"Start, on fresh seeds: {start.Mean:F1} ± {start.StandardDeviation:F1} nAm");
Console.WriteLine($"Trial by trial the best is {difference:F1} ± {error:F1} nAm better");

// %% [markdown]
// The first number is what a paper would report; the second is what to expect of the next trial (mean and standard deviation of eight). Be careful with the difference between them: the seed of the fit may be an easy or a hard one, and the mean of eight trials is itself uncertain by 2.1/√8 = 0.7 nAm. Compare it with the table's last row: on the seed of the fit the start did *worse* than on fresh seeds, the best does *better*. That the sign turns is the mark of a fit that has also learnt its seed.
//
// Single trials scatter by more than the fit has won; only the last line, which compares the two trial by trial with the same spike times, shows that the *parameters* are better, and by how much (mean and standard error).

// %% [markdown]
// ## 3. Which parameters matter?
//
// Elementary effects ([Morris, 1991](https://doi.org/10.1080/00401706.1991.10484804)): from several places within the bounds, each parameter is moved by itself. How much does the loss change on average?

// %% sensitivity
report.Cell("sensitivity");
var effects = fit.ElementaryEffects(MorrisOptions.Default with { Trajectories = 5, Seed = 1 });
display(Plots.ElementaryEffects(effects));

// %% [markdown]
// The NMDA weight onto the pyramidal cells of layer 5 matters most, then how far the spikes are spread in time. A standard deviation as large as the mean says that the effect depends on where the other parameters are.

// %% [markdown]
// ## 4. How far may each go?
//
// For each parameter: the best loss seen near each of its values, whatever the others were. Where the line stays below the dashed one, the value is compatible with the measurement. This uses the fifty evaluations that are there already; `fit.Profile("mu")` would adjust the other parameters at each value, which takes some hundred simulations for each parameter.

// %% profile
report.Cell("profile");
foreach (var name in fit.FreeParameters)
    Console.WriteLine(fit.ProfileFromHistory(name).Statement(fit.NaturalValue));

Figure ProfileOf(string name) => Plots.Profile(fit, fit.ProfileFromHistory(name));

display(Figure.Rows(
    Figure.Columns(ProfileOf("mu"), ProfileOf("sigma")),
    Figure.Columns(ProfileOf("ampa"), ProfileOf("nmda"))));

// %% [markdown]
// The dashed line is generous: it says which values a statistician could not exclude, given how large the error is altogether. Even the start lies below it. A stricter view: all evaluations within 10 % of the best loss, and where in its bounds each parameter then is. But beware: the optimiser has looked near its best more often than elsewhere, so a short bar may only show where it looked.

// %% good
report.Cell("good");
var good = fit.GoodFits(tolerance: 1.1);
display(Plots.GoodFits(good));

// %% [markdown]
// ## 5. What do the good ones predict?
//
// If many parameters are as good, none should be reported as *the* answer; but what they have in common can be. The band holds 90 % of the waves of sixteen good fits.

// %% band
report.Cell("band");
var band = fit.PredictedDipoles(good.Fits.Take(16).Select(each => each.Point), coverage: 0.9);
display(Plots.PredictedDipoles(fit, band, best: fit.PredictedDipoles([fit.BestEvaluation.Point])));

// %% [markdown]
// The band is narrow: parameters that differ a lot make nearly the same late wave. What it shares, it shares with its faults: the peak comes some milliseconds before the measured one, and the first 80 ms are missed in the same way by all. There the *other* drives would have to change, and no certainty about these four parameters can help.

// %% [markdown]
// ## Exercises
//
// 1. Fit with `Trials = 4` in the options: the loss is then that of the mean of four trials. How large is the optimism now, and why?
// 2. Free a weight that hardly matters, say NMDA onto the basket cells of layer 2. What does its profile look like?
// 3. Fit three times with other seeds (`Seed = 2, 3, 4`). Are the best losses closer together than the best parameters?
//
// ## What to remember
//
// - Report a fit with its loss on fresh seeds and with its start for comparison.
// - "Not determined by the data" is a result.
// - Predictions shared by all good fits are worth more than any single parameter.

// %% end
report.Save();
