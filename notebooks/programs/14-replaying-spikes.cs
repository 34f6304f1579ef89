// The notebook 14-replaying-spikes.ipynb as a program, made by: hnn notebook export 14-replaying-spikes.ipynb -o 14-replaying-spikes.cs
// Run it: dotnet run 14-replaying-spikes.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Replaying spikes
//
// So far the spikes that drive a column were invented: drawn from a normal distribution, in bursts, at random. But one column's spikes can be another one's input. In this lesson a first column answers to a touch, and a second one hears nothing but the first. For this there are **spike-train drives**: lists of times, from wherever you have them.
//
// After it you can
//
// - take the spikes of a population out of a result, or out of a file, and make a drive of them,
// - check that a replay is exact,
// - say how the same spikes look in the dipole when they arrive as feedforward (proximal) or as feedback (distal) input,
// - find out whether the *number* or the *timing* of spikes matters.

// %% load
using System.IO;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. The first column
//
// The standard column and the standard touch (lesson 2). Its output is the firing of its pyramidal cells: only these send their axons to other areas.

// %% first
report.Cell("first");
const double stopTime = 220;
var first = Network.Jones2009();
first.AddDefaultErpDrives();
var firstResult = first.Simulate(stopTime: 170);

Dipole DipoleOf(SimulationResult result) => result.Dipoles[0].Scaled(3000).Smoothed(10);

display(Figure.Rows(
    Plots.DipoleTrials([DipoleOf(firstResult)]),
    Plots.SpikeRaster(firstResult.CellResponse, stopTime: 170),
    Plots.SpikeHistogram(firstResult.CellResponse, groups: ["L5_pyramidal", "L2_pyramidal"], stopTime: 170)).WithSharedX());

// %% [markdown]
// ## 2. From spikes to a drive
//
// `SpikeTrains.FromTrial` gathers the spikes of the named populations by the cells that sent them. Each of these cells becomes a cell of the drive. We take layer 5, the layer of output.

// %% trains
report.Cell("trains");
var output = SpikeTrains.FromTrial(firstResult.CellResponse.Trials[0], "L5_pyramidal");

Console.WriteLine($"{output.Count} cells have fired, {output.Sum(train => train.Count)} spikes in all.");
Console.WriteLine($"The first one at {string.Join(", ", output[0].Select(time => $"{time:F1}"))} ms.");

// %% [markdown]
// ## 3. Is a replay exact?
//
// Before it is used, a method should show that it does what it says. **Test:** simulate a column with a rhythmic drive (lesson 5); take the spikes of that *drive* out of the result; give them to a fresh column as a spike train with the same weights and delays. Both must do the same.
//
// The second line takes a detour through a file. Spike files (those of hnn-core, too) hold times with three decimals.

// %% exact
report.Cell("exact");
Network Small() => Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 4) });
var weights = new Dictionary<string, double> { ["L2_pyramidal"] = 5e-5, ["L5_pyramidal"] = 5e-5 };

var original = Small();
original.AddBurstyDrive("rhythm", burstRate: 10, "distal", weights, start: 50, burstStd: 15, cellCount: 10, delays: 5);
var originalResult = original.Simulate(stopTime);

double LargestDifference(IReadOnlyList<IReadOnlyList<double>> trains)
{
    var replay = Small();
    replay.AddSpikeTrainDrive("replay", trains, "distal", weights, delays: 5, spaceConstant: 100);
    return replay.Simulate(stopTime).Dipoles[0]["agg"].Zip(originalResult.Dipoles[0]["agg"], (a, b) => Math.Abs(a - b)).Max();
}

var folder = Directory.CreateTempSubdirectory();
originalResult.CellResponse.SaveSpikes(Path.Combine(folder.FullName, "spk_%d.txt"));
var fromFile = SpikeTrains.FromFile(Path.Combine(folder.FullName, "spk_*.txt"));
folder.Delete(recursive: true);

Console.WriteLine($"Replayed from the result: largest difference {LargestDifference(SpikeTrains.FromTrial(originalResult.CellResponse.Trials[0], "rhythm")):G2} nAm");
Console.WriteLine($"Replayed from a file:     largest difference {LargestDifference(fromFile):G2} nAm, dipole up to {originalResult.Dipoles[0]["agg"].Max(Math.Abs):G2} nAm");

// %% [markdown]
// Not a single bit differs: the same spikes at the same synapses are the same drive, whatever name it has. The file rounds the times to the microsecond, and the dipole differs in the fourth digit; that is small, but it is not nothing, and in a network on the verge of firing it may decide about a spike.

// %% [markdown]
// ## 4. The second column hears the first
//
// The second column is a standard column without drives. The axons of the first arrive after 5 ms, on pyramidal and basket cells, everywhere with the same weight: once at the tufts (**feedback**), once near the somata (**feedforward**). Each of the 99 axons reaches one in ten of the cells, drawn at random (`probability`); if each reached all, all cells would hear the same and fire in lockstep. At first the synapses are weak, so that no cell fires.

// %% second
report.Cell("second");
Network Second(IReadOnlyList<IReadOnlyList<double>> trains, string location, double weight)
{
    string[] targets = location == "distal"
        ? ["L2_basket", "L2_pyramidal", "L5_pyramidal"]
        : ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal"];
    var net = Network.Jones2009();
    net.AddSpikeTrainDrive(
        $"first_{location[..4]}", trains, location, targets.ToDictionary(type => type, _ => weight),
        delays: 5, spaceConstant: 100, probability: 0.1);
    return net;
}

var feedback = Second(output, "distal", 2e-5).Simulate(stopTime);
var feedforward = Second(output, "proximal", 2e-5).Simulate(stopTime);

display(Figure.Rows(
    Plots.SpikeHistogram(feedback.CellResponse, stopTime: stopTime),
    Plots.Dipoles(("feedback", DipoleOf(feedback)), ("feedforward", DipoleOf(feedforward)))).WithSharedX());

// %% [markdown]
// The same spikes, two mirrored waves: feedback pulls the dipole *down*, feedforward pushes it *up*. Both follow the volleys of the first column; the delay of the axons and the time constants of synapse and membrane shift and smooth them. (What happens before 40 ms has nothing to do with the drive: it is the column settling.) For someone who measures only the second area, the sign tells from where it was addressed.

// %% [markdown]
// ## 5. How strong must the connection be?
//
// At which weight do cells of the second column fire? A sweep over the weight of the feedback, and how many of its pyramidal cells, a hundred in each layer, have fired at least once.

// %% weight
report.Cell("weight");
double FiringCells(SimulationResult result, string type) => result.CellResponse.Trials[0].Gids
    .Zip(result.CellResponse.Trials[0].Types).Where(spike => spike.Second == type).Select(spike => spike.First).Distinct().Count();

var sweep = new ParameterSweep(Network.Jones2009(), (net, p) => net.AddDrive(Second(output, "distal", p["weight (µS)"]).Drives[0]))
{
    Simulation = SimulationOptions.Default with { StopTime = stopTime },
    Summaries =
    {
        ["firing cells of layer 2/3"] = result => FiringCells(result, "L2_pyramidal"),
        ["firing cells of layer 5"] = result => FiringCells(result, "L5_pyramidal"),
    },
};
var points = sweep.Run(Grid.Product(("weight (µS)", [5e-5, 1e-4, 1.5e-4, 2e-4, 3e-4])));
display(Figure.Columns(Plots.Sweep(points, "firing cells of layer 2/3", "count"), Plots.Sweep(points, "firing cells of layer 5", "count")));

// %% [markdown]
// Layer 5 does what one expects: the stronger the synapses, the more of its cells fire. Layer 2/3 does not: from 80 firing cells at 10⁻⁴ µS it falls to 4 at twice the weight, and rises again. The drive reaches the basket cells of layer 2/3, too. Where these fire early enough, the pyramidal cells beside them have no chance. A connection between areas is never only excitation.

// %% [markdown]
// ## 6. One after the other
//
// With 1.5·10⁻⁴ µS the second column answers with spikes of its own. Below each other: the first column, what it sends, and the second one.

// %% chain
report.Cell("chain");
const double weight = 1.5e-4;
var second = Second(output, "distal", weight).Simulate(stopTime);

display(Figure.Rows(
    Plots.SpikeRaster(firstResult.CellResponse, stopTime: stopTime),
    Plots.SpikeHistogram(second.CellResponse, stopTime: stopTime),
    Plots.SpikeRaster(second.CellResponse, stopTime: stopTime),
    Plots.DipoleTrials([DipoleOf(second)])).WithSharedX());

// %% [markdown]
// The second column is silent until the first volley of the first column has gone on for some time; then, from about 80 ms on, its layer 5 fires in two volleys, some ten milliseconds after those of the first, and a few cells of layer 2/3 with it. The late part of what it hears (130 to 170 ms) has half as many spikes, spread over a longer time: they make only some basket cells fire.

// %% [markdown]
// ## 7. Number or timing?
//
// The second column hears 394 spikes. Does it count them, or does it matter *when* they come? Replayed spikes can be changed before they are sent: we move each one at random, by a normal distribution of growing width, and leave their number and their cells as they are. (A seeded generator makes the same numbers every time.)

// %% timing
report.Cell("timing");
IReadOnlyList<IReadOnlyList<double>> Jittered(double deviation, int seed)
{
    var random = new Random(seed);
    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    return [.. output.Select(train => train.Select(time => Math.Clamp(time + deviation * Normal(), 1, stopTime)).Order().ToArray())];
}

(string Name, SimulationResult Result)[] runs =
[
    ("as sent", second),
    .. new[] { 5, 10, 20 }.Select(deviation => ($"± {deviation} ms", Second(Jittered(deviation, seed: 1), "distal", weight).Simulate(stopTime))),
];
foreach (var (name, result) in runs)
    Console.WriteLine($"{name,-10}firing pyramidal cells: {FiringCells(result, "L2_pyramidal"),3} in layer 2/3, {FiringCells(result, "L5_pyramidal"),3} in layer 5; deepest trough {DipoleOf(result)["agg"].Min():F0} nAm");

display(Plots.Dipoles([.. runs.Select(run => (run.Name, DipoleOf(run.Result)))]));

// %% [markdown]
// Not one spike was lost, yet the trough is less than half as deep as soon as the spikes are moved by 5 ms. Moved by 10 or 20 ms, they reach hardly half of the cells of layer 5 and none of layer 2/3. So the timing matters, to within few milliseconds; a *rate* would be a poor summary of what the first column says. The line for ±5 ms shows that less precise is not simply less: there *more* cells of layer 2/3 fire than with the spikes as sent. Look at the rasters to see whether their basket cells still come first.

// %% [markdown]
// ## Exercises
//
// 1. **Longer axons.** Set the delay in `Second` to 20 ms. What moves, and what stays as it is?
// 2. **Another layer speaks.** Send the spikes of `"L2_pyramidal"` instead, proximal, as the classical feedforward pathway does. Which weight makes the second column fire?
// 3. **A loop by hand.** Take the spikes of the second column's layer 5 and give them to the first as another distal drive, besides its touch. Does the second pass differ from the first? Why is this not yet a closed loop?
// 4. **Lost spikes.** Leave out every second cell of `output` (`output.Where((_, cell) => cell % 2 == 0)`). Does twice the weight make up for them?
// 5. **Your own.** Write a spike file by hand, `time<TAB>gid` in each line, with one volley of twenty cells at 50 ms, and replay it with `SpikeTrains.FromFile`.
//
// ## What to remember
//
// - A spike-train drive plays any list of times: those of another simulation, of a file, of an experiment.
// - The times are data; who reaches whom, and how strongly, is an assumption of yours, and one to be varied.
// - Replaying cuts the loop: the first column never hears the second. What comes out is what the first *causes*, no more.

// %% end
report.Save();
