// The notebook 09-parameter-sweep.ipynb as a program, made by: hnn notebook export 09-parameter-sweep.ipynb -o 09-parameter-sweep.cs
// Run it: dotnet run 09-parameter-sweep.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Parameter sweep
//
// A single simulation answers the question "what happens *here*?". A **sweep** simulates one network at many points of its parameters and answers "where does *what* happen?". In this lesson you map how the response of the column depends on two synaptic weights, and keep what you found in files.
//
// After it you can
//
// - choose the points of a sweep: a grid, pairs, or points that fill a space,
// - say in one number what a simulation showed, and draw a map of it,
// - read in such a map where excitation and inhibition balance each other,
// - store a sweep, stop it, go on later, and take its tables elsewhere.

// %% load
using System.IO;
using System.Threading;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. One network, two numbers that vary
//
// One proximal drive reaches the column at 40 ms. It acts on the pyramidal cells, which excite others and make the dipole, and on the basket cells, which inhibit. How does the answer depend on the strength of the two? Neither is known from any measurement, so look at a thousandfold range of both.
//
// A sweep needs two things, as a fit does: a **function that sets** given parameters in a copy of the network, and the **points**. `Grid.Product` takes every value of the one with every value of the other. Weights are best spread by factors, not by steps: 1, 2, 5, 10.
//
// To be quick, the column is small here: 9 pyramidal and 3 basket cells per layer ([Jones et al., 2009](https://doi.org/10.1152/jn.00535.2009), has 100 and 35).

// %% network
report.Cell("network");
var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });

void AddDrive(Network net, double sigma, double pyramidal, double basket) => net.AddEvokedDrive(
    "evprox", mu: 40, sigma, spikeCount: 1, location: "proximal",
    ampaWeights: new Dictionary<string, double>
    {
        ["L2_pyramidal"] = pyramidal, ["L5_pyramidal"] = pyramidal, ["L2_basket"] = basket, ["L5_basket"] = basket
    },
    delays: new Dictionary<string, double>
    {
        ["L2_pyramidal"] = 0.1, ["L5_pyramidal"] = 1, ["L2_basket"] = 0.1, ["L5_basket"] = 1
    });

var units = new Dictionary<string, string> { ["pyramidal"] = "µS", ["basket"] = "µS", ["weight"] = "µS", ["sigma"] = "ms" };
double[] weights = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];
var grid = Grid.Product(("pyramidal", weights), ("basket", weights));
Console.WriteLine($"{grid.Count} points");

// %% [markdown]
// ## 2. What shall be remembered of each simulation?
//
// A hundred waves are too many to look at. So each simulation is boiled down to a few numbers, its **summaries**, by functions of your own. They are given the whole result: dipoles (scaled and smoothed as the sweep says), spikes, everything that was recorded.
//
// The points are independent of each other; all processors work on them, several at a time, and the result does not depend on how many there are.

// %% sweep
report.Cell("sweep");
var sweep = new ParameterSweep(net, (net, p) => AddDrive(net, sigma: 5, p["pyramidal"], p["basket"]))
{
    Simulation = SimulationOptions.Default with { StopTime = 120 },
    ScaleFactor = 3000,
    SmoothingWindow = 10,
    Summaries =
    {
        ["peak"] = result => result.Dipoles[0]["agg"].Max(),
        ["trough"] = result => result.Dipoles[0]["agg"].Min(),
        ["spikes"] = result => result.CellResponse.Trials[0].TimesOf("L5_pyramidal").Length / 9.0,
    },
};
var points = sweep.Run(grid);
display(points[55]);

// %% [markdown]
// Each point knows its parameters, its summaries and, unless you set `KeepResults = false`, the whole result. The table and the wave above are those of point 55, in the middle of the grid.

// %% [markdown]
// ## 3. Maps
//
// Over two parameters, `Plots.Sweep` draws a map. First, how many spikes does a pyramidal cell of layer 5 fire?

// %% map-spikes
report.Cell("map-spikes");
display(Plots.Sweep(points, "spikes", "per cell of L5", units));

// %% [markdown]
// The map has a cliff. Left of it no cell fires: the drive is too weak. With weakly driven basket cells the cliff stands at 0.001 µS. Where the basket cells are driven strongly, their inhibition moves the cliff to 0.005 µS: the pyramidal cells then need five times as much. But it only *moves* the cliff. From 0.01 µS on the pyramidal cells fire two to four spikes, whatever the basket cells get.

// %% map-dipole
report.Cell("map-dipole");
display(Figure.Rows(Plots.Sweep(points, "peak", "nAm × 3000", units), Plots.Sweep(points, "trough", "nAm × 3000", units)));

// %% [markdown]
// The dipole has the same cliff, and something more. Where no pyramidal cell fires, strongly driven basket cells alone make a small *downward* dipole of −1.7: inhibition at the soma (lesson 2). (The −0.134 of the lower left corner is only the column settling in the first milliseconds.) And the largest waves of all, with peaks of 14 to 16 and troughs of −15 and −16.5, do not belong to the strongest drive, but stand right at the cliff, at 0.001 µS with little inhibition. Why?

// %% [markdown]
// ## 4. From the map back to the waves
//
// A number hides what it was made of. Before you believe a map, look at waves from it: here those of one row and of one column. A dark line belongs to a weak synapse, a bright one to a strong synapse, and a mark stands where the wave is farthest from zero.

// %% waves
report.Cell("waves");
var weakInhibition = points.Where(point => point.Parameters["basket"] == 0.0002);
var strongInhibition = points.Where(point => point.Parameters["basket"] == 0.02);

display(Figure.Rows(
    Plots.SweepDipoles(weakInhibition, "pyramidal", "µS"),
    Plots.SweepDipoles(strongInhibition, "pyramidal", "µS")).WithSharedX());

// %% [markdown]
// Above, with weak inhibition, the strong drives (bright) all give a peak at 43 ms, soon after the drive. The one large wave is that of 0.001 µS, just above threshold: its trough comes at 56 ms, its peak at 61 ms. Below, with strong inhibition, there is no such wave, and the weak drives leave only the slow downward wave that the basket cells make. To see why, compare the spikes of two points:

// %% rasters
report.Cell("rasters");
SimulationResult At(double pyramidal, double basket) =>
    points.Single(point => point.Parameters["pyramidal"] == pyramidal && point.Parameters["basket"] == basket).Result!;

display(Figure.Rows(
    Plots.SpikeRaster(At(pyramidal: 0.001, basket: 0.0002).CellResponse, stopTime: 120),
    Plots.SpikeRaster(At(pyramidal: 0.02, basket: 0.0002).CellResponse, stopTime: 120)).WithSharedX());

// %% [markdown]
// At 0.001 µS (above), the drive alone makes the pyramidal cells of layer 2/3 fire, but not those of layer 5. These wait until the layer above excites them, and it excites them all together: they fire within 3 ms of each other. At 0.02 µS (below), every cell of layer 5 fires by its own spike of the drive, and these come at different times, over 7 ms. So the weaker drive makes fewer spikes and the larger dipole.

// %% lines
report.Cell("lines");
display(Figure.Columns(
    Plots.Sweep(weakInhibition, "spikes", "per cell of L5", units),
    Plots.Sweep(strongInhibition, "spikes", "per cell of L5", units)));

// %% [markdown]
// The number of spikes in the same two rows (weak inhibition left, strong right): all or nothing, with a threshold in between. A sweep in *steps* of, say, 0.01 µS would have begun right of the cliff and missed it.

// %% [markdown]
// ## 5. Points that fail
//
// In a large sweep some points may be impossible. They stop nothing: the point keeps the message instead of its numbers. `Grid.Zip` takes the first values of all parameters, then the second ones, and so on; the last standard deviation here makes no sense.

// %% faults
report.Cell("faults");
var some = new ParameterSweep(net, (net, p) => AddDrive(net, p["sigma"], p["weight"], p["weight"]))
{
    Simulation = SimulationOptions.Default with { StopTime = 80 },
    ScaleFactor = 3000,
    SmoothingWindow = 10,
    Summaries = { ["peak"] = result => result.Dipoles[0]["agg"].Max() },
};
display(some.Run(Grid.Zip(("weight", [0.005, 0.01, 0.02, 0.02]), ("sigma", [5, 5, 2, -2]))));

// %% [markdown]
// ## 6. Points that fill a space
//
// With ten values for each, three parameters need a thousand points and six a million. Points of a **Sobol sequence** spread evenly however many parameters there are, and each of them shows a new value of *every* parameter: 64 points show 64 strengths and 64 widths, where a grid of 8 × 8 shows 8 of each. (`Grid.LatinHypercube` is the other usual way; [McKay et al., 1979](https://doi.org/10.2307/1268522).)
//
// Is it more important how strong the drive is, or how well its spikes are in step? Each point is simulated with two sequences of spike times, and the summary is taken of their average.
//
// This sweep is also **stored**. With `Folder` set, every 16 points are written to files as soon as they are done. To see what that is good for, the sweep is stopped half way, as if somebody had switched off the machine. (An object that is told the progress can end the work.)

// %% stop
report.Cell("stop");
var space = new ParameterSpace { ["weight"] = Parameter.Log(0.0005, 0.1), ["sigma"] = (1, 20) };
var folder = Directory.CreateTempSubdirectory("sweep").FullName;

ParameterSweep StoredSweep() => new(net, (net, p) => AddDrive(net, p["sigma"], p["weight"], 0.001))
{
    Simulation = SimulationOptions.Default with { StopTime = 120, Trials = 2 },
    ScaleFactor = 3000,
    SmoothingWindow = 10,
    Summaries =
    {
        ["peak"] = result => result.Dipoles.Average()["agg"].Max(),
        ["spikes"] = result => result.CellResponse.Trials.Average(trial => trial.TimesOf("L5_pyramidal").Length / 9.0),
    },
    Folder = folder, PointsPerFile = 16, IfExists = ExistingSweep.Resume,
};

var stop = new CancellationTokenSource();
try
{
    StoredSweep().Run(Grid.Sobol(space, 64), new StopAfter(32, stop), stop.Token);
}
catch (SweepCanceledException canceled)
{
    Console.WriteLine($"Stopped with {canceled.Finished.Length} points.");
}

display(SweepStore.Open(folder));

// %% [markdown]
// Nothing is lost. The same sweep, run again with `IfExists = ExistingSweep.Resume`, takes over the points that are there and simulates only the others. It must be the same sweep: had you changed the network or the space, there would be an error instead of a mixture.

// %% resume
report.Cell("resume");
StoredSweep().Run(Grid.Sobol(space, 64));
var store = SweepStore.Open(folder);
Console.WriteLine($"{store.Points.Length} of {store.Count} points, complete: {store.IsComplete}");

display(Figure.Rows(Plots.Sweep(store.Points, "peak", "nAm × 3000", units), Plots.Sweep(store.Points, "spikes", "per cell of L5", units)));

// %% in-step
report.Cell("in-step");
void Compare(string name, Func<SweepPoint, bool> which)
{
    var chosen = store.Points.Where(point => which(point) && point["spikes"] > 1).ToList();
    Console.WriteLine($"{name}: {chosen.Count} points, peak {chosen.Average(point => point["peak"]):F1}, {chosen.Average(point => point["spikes"]):F1} spikes");
}

Compare("Spikes within 5 ms", point => point.Parameters["sigma"] < 5);
Compare("Spread over 15 ms and more", point => point.Parameters["sigma"] > 15);
Compare("Weak, below 0.005 µS", point => point.Parameters["weight"] < 0.005);
Compare("Strong, above 0.02 µS", point => point.Parameters["weight"] > 0.02);

// %% [markdown]
// The dark points at the left are those below the threshold. Beyond it, over a hundredfold range, strength changes little: the strong drives make somewhat more spikes and even a lower peak. Being in step matters more: spikes within 5 ms make a higher peak (8.6) than those spread over 15 ms and more (6.8), *although* the cells fire no more of them. What MEG sees is how many cells work at the same time, not how much they work.

// %% [markdown]
// ## 7. Tables
//
// A stored sweep is a folder of tables: the points with their summaries, and what you chose with `Outputs`, by default the dipoles. `SweepStore` reads them again; a value or a wave of any point is there without simulating.

// %% tables
report.Cell("tables");
display(store.Read(SweepOutputs.Dipoles));

// %% stored-waves
report.Cell("stored-waves");
var inStep = store.Points.Where(point => point.Parameters["sigma"] < 5);
display(Plots.SweepDipoles(inStep.Select(point => (point.Parameters["weight"], store.Dipoles(point.Index).Average())), "weight", "µS"));

// %% [markdown]
// These are the averages of the points whose drive is well in step, read from the files. The weak drives, dark, are late again, as in section 4.
//
// The files are Apache Parquet, which most programs for data read: `pandas.read_parquet` in Python, `arrow::open_dataset` in R. With `Format = SweepFormat.Csv` they are plain text. The file `sweep.json` beside them says what was varied.

// %% clean
report.Cell("clean");
Directory.Delete(folder, recursive: true);

// %% [markdown]
// ## Exercises
//
// 1. **Another question.** Add a summary that says *when* the peak comes (`result.Dipoles[0].Times` has the times). Where in the map does it jump, and why there?
// 2. **Without inhibition.** Silence the synapses from basket to pyramidal cells with `net.SetGains(ie: 0)` before the first sweep. Which part of the map of spikes changes?
// 3. **Luck.** Sweep only `weight` at `sigma: 5` with `Trials = 8`, and let the summaries be the mean and the standard deviation over trials of the peak. Where is the response reliable?
// 4. **Three parameters.** Add `mu` with bounds (30, 50) to the space of section 6 and take 128 points. Does it matter for the peak? (Draw some of the points with `Where`, or two parameters at a time.)
// 5. **Larger.** Run section 2 with the standard column and the grid of every second weight. Which borders stay where they were?
//
// ## What to remember
//
// - Ask the question first: a summary is a question in the form of a number.
// - Spread weights by factors; take grids for one or two parameters, sequences that fill the space for more.
// - Look at waves behind a map before you believe it: where a number is largest, it may be for another reason than you think.
// - Many settings give nearly the same wave: a sweep shows the whole set of them, a fit only one ([Prinz et al., 2004](https://doi.org/10.1038/nn1352)).

// %% end
report.Save();

// %% stop: types
sealed class StopAfter(int points, CancellationTokenSource stop) : IProgress<SweepProgress>
{
    public void Report(SweepProgress progress)
    {
        if (progress.Finished == points)
            stop.Cancel();
    }
}
