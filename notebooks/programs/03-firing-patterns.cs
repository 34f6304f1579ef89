// The notebook 03-firing-patterns.ipynb as a program, made by: hnn notebook export 03-firing-patterns.ipynb -o 03-firing-patterns.cs
// Run it: dotnet run 03-firing-patterns.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Firing patterns
//
// The dipole is the sum of what all cells do. This lesson looks at what is summed up: the **spikes** of single cells, of populations, and of the drives that push them.
//
// After it you can
//
// - tell the cells of the column apart by how they answer to a steady current: fast, adapting, bursting,
// - tell the four kinds of drives apart by their spikes,
// - read a raster and a histogram, and say whether a population fires in step,
// - compute rates by type, by trial, by cell and over time, and say how regular a cell fires,
// - save spikes to files and load them again.
//
// No measured data are needed. The steps of the reference's example *Plot firing pattern* are in sections 3, 5 and 6.

// %% load
using System.IO;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. One cell, one steady current
//
// The column has four types of cells ([Jones et al., 2009](https://doi.org/10.1152/jn.00535.2009)). To see what a cell does *by itself*, make the smallest column, one cell of each type, cut all connections, and inject a steady current into each soma: a **tonic bias**. `Voltages = Record.Soma` records the voltage of the somata.

// %% alone
report.Cell("alone");
Network Alone()
{
    var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
    net.ClearLocalConnections();
    return net;
}

SimulationResult Answer(double current)
{
    var net = Alone();
    net.AddTonicBias(net.CellTypes.Names.ToDictionary(type => type, _ => current), start: 50, stop: 450);
    return net.Simulate(SimulationOptions.Default with { StopTime = 500, Voltages = Record.Soma });
}

var alone = Answer(current: 1).CellResponse;
display(Figure.Rows([.. alone.CellTypes.Select(type => Plots.Voltages(alone, gids: alone.GidRanges[type].Gids))]).WithSharedX());

// %% [markdown]
// The same nanoampere from 50 to 450 ms, and three answers:
//
// - The **basket cells** fire fast and like a clock. They have only the channels that make a spike.
// - The **pyramidal cell of layer 2/3** begins fast and slows down: it *adapts*. Its muscarinic potassium channels (`km`) open slowly, stay open, and brake it.
// - The **pyramidal cell of layer 5** fires *bursts* of three or four spikes, with pauses of some 150 ms. Its calcium channels (`ca`) carry the burst, its muscarinic channels end it. Exercise 1 takes both away.
//
// All cells are the same from one simulation to the next, for the membranes have no noise. What is random in this model comes from the drives.

// %% [markdown]
// How does the **rate** depend on the current? `MeanRates` counts spikes in a window and divides by its length and by the number of cells.

// %% curve
report.Cell("curve");
double[] currents = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
var rates = currents.Select(current => Answer(current).CellResponse.MeanRates(50, 450)).ToList();

string[] shown = ["L2_basket", "L2_pyramidal", "L5_pyramidal"];
var curve = new Panel
{
    X = new Axis("Current", "nA") { Min = 0 },
    Y = new Axis("Rate", "Hz") { Min = 0 },
    Traces = [.. shown.Select(type => new LineTrace
    {
        Name = type, Color = Palette.Population(type, alone.CellTypes),
        X = [.. currents], Y = [.. rates.Select(rate => rate[type])],
    })],
};
display(new Figure { Panels = [curve] });

// %% [markdown]
// The pyramidal cells fire faster, the more current they get. The basket cells of the two layers are alike, so one line stands for both. They come close to 130 Hz at 1.5 nA, and with a little more they fall silent after a spike or two: the membrane stays so depolarised that the sodium channels never recover. This **depolarisation block** is worth knowing: in a raster it looks like a cell that gets no input.

// %% [markdown]
// ## 2. Four kinds of drives
//
// What arrives in the column is not a steady current but spikes from elsewhere. There are four ways to say when they come. Here all four whisper to a small column, with weights too small to matter; we only want to see the drives.
//
// - **evoked**: each drive cell spikes around one time, normally distributed;
// - **bursty**: groups of spikes, again and again, with a rhythm;
// - **Poisson**: at any time, with a given mean rate, each spike independent of the last;
// - **spike train**: exactly when you say, for example spikes of an earlier simulation or of a recording.

// %% kinds
report.Cell("kinds");
var small = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
var whisper = small.CellTypes.Names.ToDictionary(type => type, _ => 1e-6);

small.AddEvokedDrive("evoked", mu: 100, sigma: 8, spikeCount: 1, "proximal", ampaWeights: whisper);
small.AddBurstyDrive("bursty", burstRate: 10, "proximal", ampaWeights: whisper, start: 50, burstStd: 10, cellCount: 24);
small.AddPoissonDrive("poisson", rates: 40, "proximal", ampaWeights: whisper);
small.AddSpikeTrainDrive(
    "train", Enumerable.Range(0, 12).Select(cell => new[] { 100.0, 200, 300 }.Select(time => time + 4 * cell)),
    "proximal", ampaWeights: whisper);

var drives = small.Simulate(stopTime: 400).CellResponse;
display(Figure.Rows(
    Plots.DriveTimes(small, stopTime: 400),
    Plots.SpikeRaster(drives, cellTypes: small.Drives.Names, stopTime: 400),
    Plots.SpikeHistogram(drives, stopTime: 400)).WithSharedX());

// %% [markdown]
// At the top is what the parameters *promise*: the expected rate of a drive cell over time. In the middle is what one trial *drew*: a row for each drive cell, a mark for each spike. At the bottom the same spikes are counted in bins of 8 ms and stacked. The Poisson drive shows how uneven chance is: its rate is the same all the time, its bars are not.

// %% [markdown]
// ## 3. The column answers to evoked drives
//
// Now the whole column, with the three drives of a touch (lesson 2). Three views of the same trial: soma voltages of ten pyramidal cells of each layer, the spikes of all cells, and how many spikes each layer's pyramidal cells have over time. Behind the raster lie the dipoles of the two layers.

// %% evoked
report.Cell("evoked");
var touched = Network.Jones2009();
touched.AddDefaultErpDrives();

var touch = touched.Simulate(SimulationOptions.Default with { Voltages = Record.Soma });
int[] ten = [.. new[] { "L2_pyramidal", "L5_pyramidal" }.SelectMany(type => touched.GidRanges[type].Gids.Take(10))];

display(Figure.Rows(
    Plots.Voltages(touch.CellResponse, gids: ten),
    Plots.SpikeRaster(touch.CellResponse, dipoles: touch.Dipoles.Select(dipole => dipole.Smoothed(10)), stopTime: 170),
    Plots.SpikeHistogram(touch.CellResponse, groups: ["L2_pyramidal", "L5_pyramidal"], stopTime: 170)).WithSharedX());

// %% [markdown]
// Few pyramidal cells spike after the first volley (27 ms): the basket cells fire with it, and push them down towards −80 mV. After the distal drive (64 ms) the pyramidal cells of layer 5 fire in two waves, and each wave is ended by a sharp volley of the basket cells of layer 5: marks that stand below each other, at 75 and 94 ms. With the second proximal drive (137 ms), layer 2/3 joins. The dipole of layer 5 swings while its cells fire: a burst is a strong current along a long dendrite.
//
// A cell's number (its **gid**) says what it is, and its voltage can be taken out by it:

// %% gid
report.Cell("gid");
foreach (var (population, gids) in touched.GidRanges)
    Console.WriteLine($"{population,-14}gids {gids.Start} to {gids.Stop - 1}");

const int gid = 170;
var voltage = touch.CellResponse.Voltage(trial: 0, gid, "soma");
Console.WriteLine(
    $"Cell {gid} is one of {touched.PopulationOf(gid)}; its soma goes from {voltage.Min():F1} to {voltage.Max():F1} mV.");

// %% [markdown]
// ## 4. In step or not: three drives, three rasters
//
// The same column again, with other input: a **rhythm** of ten beats per second that all cells share, and **noise**: a Poisson drive of 50 Hz, with a drive cell of its own for each cell.

// %% three
report.Cell("three");
Dictionary<string, double> Weights(double pyramidal, double basket) => new()
{
    ["L2_pyramidal"] = pyramidal, ["L5_pyramidal"] = pyramidal, ["L2_basket"] = basket, ["L5_basket"] = basket
};

var rhythmic = Network.Jones2009();
rhythmic.AddBurstyDrive(
    "rhythm", burstRate: 10, "proximal", ampaWeights: Weights(0.0005, 0.0002), start: 50, burstStd: 10, cellCount: 10);

var noisy = Network.Jones2009();
noisy.AddPoissonDrive("noise", rates: 50, "proximal", ampaWeights: Weights(0.002, 0.001));

var rhythm = rhythmic.Simulate(stopTime: 350, trials: 3).CellResponse;
var noise = noisy.Simulate(stopTime: 350, trials: 3).CellResponse;

display(Figure.Rows(
    Plots.SpikeRaster(rhythm, trials: [0], stopTime: 350).Titled("Rhythm, shared by all"),
    Plots.SpikeRaster(noise, trials: [0], stopTime: 350).Titled("Noise, each cell its own")).WithSharedX());

// %% [markdown]
// Vertical lines are **synchrony**: with a shared rhythm, all cells of a type spike within a few milliseconds, because they all hear the same drive cells. With noise, spikes are scattered: neighbours hear different drive cells. Still, the noise is not all. At 23 and 61 ms, basket cells of layer 2/3 fire together, and the pyramidal cells of their layer pause after it. Those of layer 5 fire hard for the first 60 ms and are then held down for almost 300 ms. That is the column's own doing, and lesson 8 is about it.

// %% [markdown]
// ## 5. Rates
//
// A rate is a mean, and it matters over what. `Plots.MeanRates` shows the mean of each type as a bar and each trial as a point; `Plots.BinnedRates` shows the mean over cells and trials in each of some bins.

// %% rates
report.Cell("rates");
display(Figure.Rows(
    Figure.Columns(
        Plots.MeanRates(rhythm, start: 0, stop: 350).Titled("Rhythm"),
        Plots.MeanRates(noise, start: 0, stop: 350).Titled("Noise")),
    Plots.BinnedRates(rhythm, start: 0, stop: 350, bins: 70).Titled("Rhythm"),
    Plots.BinnedRates(noise, start: 0, stop: 350, bins: 70).Titled("Noise")));

// %% numbers
report.Cell("numbers");
void Tell(string name, CellResponse response)
{
    var (all, trials) = (response.MeanRates(0, 350), response.MeanRatesByTrial(0, 350));
    foreach (var type in response.CellTypes)
    {
        var each = string.Join("  ", trials[type].Select(rate => $"{rate:F1}"));
        Console.WriteLine($"{name,-8}{type,-14}{all[type],6:F1} Hz   trials: {each}");
    }
}

Tell("rhythm", rhythm);
Tell("noise", noise);

// %% [markdown]
// Compare the pyramidal cells of layer 2/3: 7.6 Hz with the rhythm, 8.9 Hz with noise, nearly the same rate, and yet the rasters could not be more different. **A mean rate does not know when.** The rates over time do: with the rhythm they leap above 100 Hz for a few milliseconds and are zero in between, and layer 5 all but sits out the second beat: its pause after a burst (section 1) is longer than the period. Nor does a mean over trials know which trial: with the rhythm, layer 5 has 10 Hz twice and 3 Hz once.
//
// `MeanRatesByTrial` and `RatesByCell` keep trials and cells apart. The rates of single cells:

// %% cells
report.Cell("cells");
var byCell = noise.RatesByCell(0, 350)["L5_pyramidal"][0];
var (least, most, silent) = (byCell.Min(), byCell.Max(), byCell.Count(rate => rate == 0));
Console.WriteLine(
    $"Noise, layer 5, first trial: the {byCell.Length} pyramidal cells fire with {least:F1} to {most:F1} Hz; "
    + $"{silent} of them are silent.");

// %% [markdown]
// **How regular is a cell?** Look at the intervals between its spikes. Their standard deviation divided by their mean, the *coefficient of variation* (CV), is 0 for a clock and 1 for a Poisson process. Each cell is alone again, for four seconds, and hears noise of 200 Hz.

// %% regular
report.Cell("regular");
var heard = Alone();
heard.AddPoissonDrive("noise", rates: 200, "proximal", ampaWeights: Weights(0.001, 0.0005));
var spikes = heard.Simulate(stopTime: 4000).CellResponse.Trials[0];

double[] IntervalsOf(string type)
{
    var times = spikes.TimesOf(type);
    return [.. times.Zip(times.Skip(1), (first, next) => next - first)];
}

double VariationOf(double[] intervals)
{
    var mean = intervals.Average();
    return Math.Sqrt(intervals.Average(interval => (interval - mean) * (interval - mean))) / mean;
}

Figure HistogramOf(string type)
{
    var intervals = IntervalsOf(type);
    double[] edges = [.. Enumerable.Range(0, 41).Select(k => 10.0 * k)];
    var trace = new HistogramTrace
    {
        Name = type, Color = Palette.Population(type, shown), IsInLegend = false,
        Edges = [.. edges],
        Counts = [.. edges.SkipLast(1).Select(edge => (double)intervals.Count(each => each >= edge && each < edge + 10))],
    };
    var panel = new Panel
    {
        Title = $"{type}: CV {VariationOf(intervals):F2}",
        X = new Axis("Interval", "ms"), Y = new Axis("Intervals", "count"), Traces = [trace],
    };
    return new Figure { Panels = [panel] };
}

display(Figure.Rows([.. shown.Select(HistogramOf)]).WithSharedX());

// %% [markdown]
// The same kind of input, and again three answers. The **basket cell** follows its input and is nearly as irregular as the noise itself (CV 0.88). The **layer-2/3 pyramidal cell** is more regular (0.39): after a spike, its muscarinic channels keep it from firing again soon. The **layer-5 pyramidal cell** has a CV above 1, more irregular than chance: most intervals are the short ones within bursts, the others are the long ones between them. There are some fifty intervals each, so do not trust the second digit.

// %% [markdown]
// ## 6. Save and load
//
// `SaveSpikes` writes a text file for each trial: time, gid and type of each spike, in the format that hnn-core reads. What is loaded again has the same spikes, and the same figures can be made of it; times are rounded to the microsecond. Such files can also feed another column: `SpikeTrains.FromFile` reads them for a spike-train drive.

// %% save
report.Cell("save");
var folder = Directory.CreateTempSubdirectory().FullName;
var files = rhythm.SaveSpikes(Path.Combine(folder, "spk_%d.txt"));
Console.WriteLine(string.Join(", ", files.Select(Path.GetFileName)));
Console.WriteLine(string.Join('\n', File.ReadLines(files[0]).Take(3)));

var loaded = CellResponse.LoadSpikes(Path.Combine(folder, "spk_*.txt"), rhythm.GidRanges, rhythm.CellTypes);
Directory.Delete(folder, recursive: true);

Console.WriteLine($"The same spikes: {loaded.HasSameSpikesAs(rhythm)}");
display(loaded);

// %% [markdown]
// ## Exercises
//
// 1. **Brake and engine.** In `Answer`, take a channel away before the simulation: `net.RemoveMechanism("L5_pyramidal", net.CellTypes["L5_pyramidal"].Cell.Sections.Select(section => section.Name), "ca")`. What is left of the bursts? Then take `"km"` away instead, from each of the two pyramidal types. Does the cell still need the current?
// 2. **Shared or not.** Give the bursty drive of section 4 a drive cell for each cell (`cellSpecific: true, cellCount: null`) and ten times the weights, because each cell now hears one drive cell instead of ten. What happens to the vertical lines?
// 3. **No inhibition.** Call `noisy.SetGains(ie: 0)` before the simulation, and compare the rates of all four types. Whose rate changes most?
// 4. **Noise and the clock.** In section 5, make the noise rarer and stronger: 50 Hz, with `Weights(0.002, 0.001)`. Which cell's CV changes most? Why does that of layer 5 stay above 1?
// 5. **Replay.** Feed the spikes of the layer-5 pyramidal cells of `touch` into a second column with `AddSpikeTrainDrive`, onto its layer-2/3 pyramidal cells, proximally, with a weight of 0.0001 µS and then of 0.001. Do layers 2/3 and 5 answer?
//
// ## What to remember
//
// - Basket cells fire fast, layer-2/3 pyramidal cells adapt, layer-5 pyramidal cells burst: the channels decide.
// - Drives set when and how much; whether cells fire *in step* depends on whether they share their input.
// - A rate without its window, its cells and its trials says little. Look at the raster first.

// %% end
report.Save();
