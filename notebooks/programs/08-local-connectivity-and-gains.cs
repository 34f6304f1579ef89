// The notebook 08-local-connectivity-and-gains.ipynb as a program, made by: hnn notebook export 08-local-connectivity-and-gains.ipynb -o 08-local-connectivity-and-gains.cs
// Run it: dotnet run 08-local-connectivity-and-gains.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Local connectivity and gains
//
// Drives bring spikes into the column; the connections *within* it decide what becomes of them. This lesson changes these connections: who reaches whom, how strongly, how many, and the balance of excitation and inhibition.
//
// After it you can
//
// - find a connection and see its weights,
// - say what weight, space constant, probability and gain of a connection do,
// - replace the column's connections by your own, and see how all-to-all and sparse wiring make cells fire in step or not,
// - change the balance of excitation and inhibition with four gains, and say what it does to spikes and dipole.

// %% load
using System.Collections.Immutable;
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
// ## 1. Find a connection
//
// The standard column has sixteen groups of connections between its cells; lesson 15 lists them. `FindConnections` picks those that match: by source, target, place and receptor, each of which may be left out.

// %% find
report.Cell("find");
var net = Network.Jones2009();
net.AddDefaultErpDrives();

display(net.FindConnections(from: "L5_basket"));

// %% [markdown]
// One of them, the fast inhibition of the pyramidal cells of layer 5:

// %% one
report.Cell("one");
var inhibition = net.FindConnections(from: "L5_basket", to: "L5_pyramidal", receptor: "gabaa").Single();
display(Plots.CellConnectivity(net, inhibition, sourceGid: inhibition.SourceGids[19]));

// %% [markdown]
// On the left a row for each basket cell, a column for each pyramidal cell; on the right the column from above, with one basket cell chosen (red). It reaches *every* pyramidal cell of its layer with almost the same weight, 0.025 µS. On a page with live charts a click on a row chooses another.

// %% [markdown]
// How does the weight fall? With `weight` for neighbours, the **space constant** λ (in distances between cells) says how far: at the distance *d* it is weight × gain × exp(−d²/λ²). The delay grows in the same way. `EffectiveSynapses` gives what each pair of cells really has.

// %% fall
report.Cell("fall");
(string From, string To, string Receptor)[] chosen =
[
    ("L5_basket", "L5_pyramidal", "gabaa"), ("L5_basket", "L5_basket", "gabaa"), ("L5_pyramidal", "L5_pyramidal", "ampa"),
];

double DistanceOf((int Source, int Target) pair)
{
    var positions = net.CellTypes.Names.SelectMany(type => net.Positions[type]).ToList();
    var difference = positions[pair.Source] - positions[pair.Target];
    return Math.Sqrt(difference.X * difference.X + difference.Y * difference.Y);
}

PointTrace FallOf(string from, string to, string receptor, int color)
{
    var connection = net.FindConnections(from, to, receptor: receptor).Single();
    var points = net.EffectiveSynapses(connection)
        .Select((synapse, pair) => (Distance: Math.Round(DistanceOf(connection.Pairs[pair]), 6), Weight: synapse.Weight))
        .Distinct().ToList();
    return new PointTrace
    {
        Name = $"{from} → {to}, λ = {connection.SpaceConstant}", Color = Palette.Series(color), Size = 6,
        X = [.. points.Select(point => point.Distance)],
        Y = [.. points.Select(point => point.Weight / connection.Weight)],
    };
}

var fall = new Panel
{
    X = new Axis("Distance of the cells", "µm"), Y = new Axis("Weight, relative") { Min = 0, Max = 1.05 },
    Traces = [.. chosen.Select((each, index) => FallOf(each.From, each.To, each.Receptor, index + 1))],
};
display(new Figure { Panels = [fall] });

// %% [markdown]
// With λ = 70 inhibition is practically the same everywhere in this column of ten by ten; with λ = 3, excitation reaches a few neighbours: at three distances it has fallen to 37 % (1/e), at six to 2 %. In this column **excitation is local, inhibition is global**.

// %% [markdown]
// ## 2. A wiring of your own
//
// `ClearLocalConnections` cuts all connections between cells and keeps the drives; `Connect` makes new ones. Let us build a simple loop: pyramidal cells of layer 5 excite each other and the basket cells of layer 2/3, and these inhibit both. With `probability: 1` each cell reaches all others; with 0.1 only a tenth of the pairs is connected, drawn at random with the given seed.

// %% custom
report.Cell("custom");
Network Wired(double probability)
{
    var own = net.Clone();
    own.ClearLocalConnections();
    foreach (var target in new[] { "L5_pyramidal", "L2_basket" })
    {
        own.Connect(
            "L5_pyramidal", target, at: "distal", receptor: "ampa", weight: 1, delay: 1, spaceConstant: 70,
            probability: probability, seed: 3);
        own.Connect(
            "L2_basket", target, at: "soma", receptor: "gabaa", weight: 1, delay: 1, spaceConstant: 70,
            probability: probability, seed: 3);
    }
    return own;
}

var (all, sparse) = (Wired(1), Wired(0.1));
display(Plots.ConnectivityMatrix(sparse, sparse.FindConnections(from: "L2_basket", to: "L5_pyramidal").Single()));

// %% [markdown]
// Only coloured squares are connections: 350 of 3500 pairs. Both networks hear the same drives as before. Before you look: what do you expect of cells that all hear the same?

// %% sync
report.Cell("sync");
var (standardResult, allResult, sparseResult) = (net.Simulate(170), all.Simulate(170), sparse.Simulate(170));

display(Figure.Rows(
    Plots.SpikeRaster(standardResult.CellResponse, stopTime: 170).Titled("Standard connections"),
    Plots.SpikeRaster(allResult.CellResponse, stopTime: 170).Titled("All to all"),
    Plots.SpikeRaster(sparseResult.CellResponse, stopTime: 170).Titled("A tenth of all pairs")).WithSharedX());

// %% [markdown]
// **All to all, in step:** from 65 ms on, all hundred pyramidal cells of layer 5 spike together, every 10 ms. **Sparse, not in step:** the same weights on a tenth of the pairs, and the cells fire as fast, but each volley is blurred. Each cell now hears another choice of the others.
//
// Look at the basket cells of layer 2/3, however. They are excited with every volley and do *not* fire. A weight of 1 µS from a hundred cells at once holds them near 0 mV: they are in **depolarisation block** (lesson 3). So nobody inhibits here, and the rhythm is that of mutual excitation and of what the cells need to recover. Make their excitation a thousand times weaker, and they work:

// %% repaired
report.Cell("repaired");
var repaired = all.Clone();
foreach (var connection in repaired.FindConnections(from: "L5_pyramidal", to: "L2_basket"))
    connection.Weight = 0.001;

var repairedResult = repaired.Simulate(170);
display(Plots.SpikeRaster(repairedResult.CellResponse, stopTime: 170).Titled("All to all, basket cells excited weakly"));

// %% [markdown]
// Now each volley of the basket cells stops the pyramidal cells until the inhibition has decayed. The basket cells' volleys come every 30 ms, 33 times per second: this is how a **gamma rhythm** can arise from pyramidal and basket cells together ([Lee and Jones, 2013](https://doi.org/10.3389/fnhum.2013.00869)). Always look at the raster of *all* types before you explain a rhythm.

// %% [markdown]
// How synchronous is it? Count the spikes of the pyramidal cells of layer 5 in bins of 2 ms. If they were independent, the variance of the counts would be about their mean (ratio 1, a Poisson process); if they fire in step, some bins have nearly all of the spikes and most have none.

// %% measure
report.Cell("measure");
double SynchronyOf(CellResponse response, string type)
{
    var times = response.Trials[0].TimesOf(type).Where(time => time >= 60 && time < 140).ToList();
    var counts = Enumerable.Range(30, 40).Select(bin => (double)times.Count(time => (int)(time / 2) == bin)).ToList();
    var mean = counts.Average();
    return counts.Average(count => (count - mean) * (count - mean)) / mean;
}

(string Name, SimulationResult Result)[] wirings =
[
    ("standard", standardResult), ("all to all", allResult), ("sparse", sparseResult), ("repaired", repairedResult),
];
foreach (var (name, result) in wirings)
{
    var rate = result.CellResponse.MeanRates(60, 140)["L5_pyramidal"];
    Console.WriteLine($"{name,-12}{rate,6:F1} Hz, variance / mean {SynchronyOf(result.CellResponse, "L5_pyramidal"):F1}");
}

// %% [markdown]
// Nearly the same rate, 101 and 94 Hz, and a ratio of 66 against 5: rate and synchrony are two different things. The repaired network fires half as often, and even more in step. The standard column's 8 comes from the two waves in which its cells fire.

// %% [markdown]
// And from outside? The dipoles, smoothed only a little, so that fast rhythms remain:

// %% dipole
report.Cell("dipole");
Dipole Seen(SimulationResult result, double window) => result.Dipoles[0].Scaled(3000).Smoothed(window);

display(Plots.Dipoles([.. wirings.Take(3).Select(each => (each.Name, Seen(each.Result, 5)))]));

// %% psd
report.Cell("psd");
display(Plots.Psd(
    wirings.Take(3).Select(each => (each.Name, Seen(each.Result, 1))), minFrequency: 10, maxFrequency: 250, start: 60));

// %% [markdown]
// What is in step is seen from outside, what is not is hardly seen. All-to-all wiring gives a dipole that swings by 500 nAm with a period of 10 ms: a peak of its power at 100 Hz, and a second one at twice the frequency because the volleys are sharp. The sparse network fires as many spikes, and has a tenth of the power. No measured response looks like this; these networks are thought experiments.

// %% [markdown]
// ## 3. Excitation and inhibition in balance
//
// Often one wants to ask: what if inhibition as a whole were weaker? **Gains** multiply all connections between cells of one class: from excitatory to excitatory cells (`ee`), excitatory to inhibitory (`ei`), inhibitory to excitatory (`ie`), inhibitory to inhibitory (`ii`). Drives are not touched. `SetGains` changes a network, `WithGains` returns a changed copy.

// %% gains
report.Cell("gains");
(string Name, Network Net)[] variants =
[
    ("standard", net), ("ee = 4", net.WithGains(ee: 4)), ("ei = 4", net.WithGains(ei: 4)),
    ("ie = 0.25", net.WithGains(ie: 0.25)), ("ii = 0", net.WithGains(ii: 0)),
];
var outcomes = variants.Select(variant => (variant.Name, Result: variant.Net.Simulate(stopTime: 170))).ToList();

display(Figure.Rows([.. outcomes.Skip(1).Select(outcome =>
    Plots.SpikeRaster(outcome.Result.CellResponse, stopTime: 170).Titled(outcome.Name))]).WithSharedX());

// %% rates
report.Cell("rates");
string[] types = [.. net.CellTypes.Names];
Console.WriteLine($"{"Hz",-12}{string.Concat(types.Select(type => $"{type,14}"))}");
foreach (var (name, result) in outcomes)
{
    var mean = result.CellResponse.MeanRates(0, 170);
    Console.WriteLine($"{name,-12}{string.Concat(types.Select(type => $"{mean[type],14:F1}"))}");
}

// %% [markdown]
// - **ee = 4**: pyramidal cells of layer 5 fire from 30 ms on, and twice as often. Excitation feeds itself.
// - **ei = 4**: basket cells answer sooner (their volleys come at 72 and 87 instead of 75 and 94 ms), and the pyramidal cells of layer 2/3 fire half as often.
// - **ie = 0.25**: the pyramidal cells of layer 2/3 fire eight times as often, those of layer 5 twice.
// - **ii = 0**: the basket cells no longer hold each other back. They fire more, and the *pyramidal* cells fire less: to inhibit the inhibitors less is to inhibit more.

// %% gaindipoles
report.Cell("gaindipoles");
display(Plots.Dipoles([.. outcomes.Select(outcome => (outcome.Name, Seen(outcome.Result, 30)))]));

// %% [markdown]
// With strong recurrent excitation or weak inhibition the trough is gone: the pyramidal cells have been firing since the first volley, and the distal drive finds them busy. With `ii = 0` the trough is almost twice as deep. The same drives, other gains, another response: a fit that changes only drives assumes that the gains are right.

// %% [markdown]
// ## 4. A map of the balance
//
// Change two gains at once, recurrent excitation and inhibition of pyramidal cells, and count how often the pyramidal cells of layer 5 fire. To be quick, a column of 6 × 6 pyramidal cells per layer does it; with fewer cells there are fewer connections, so look at the pattern, not at the numbers.

// %% balance
report.Cell("balance");
double[] steps = [0, 0.5, 1, 2, 4];
var small = Network.Jones2009(NetworkOptions.Default with { Mesh = (6, 6) });
small.AddDefaultErpDrives();

double RateWith(double ee, double ie) =>
    small.WithGains(ee: ee, ie: ie).Simulate(stopTime: 170).CellResponse.MeanRates(0, 170)["L5_pyramidal"];

var map = new HeatmapTrace
{
    Name = "Rate", Color = Palette.Series(0), ShowsNumbers = true,
    X = [0, 1, 2, 3, 4], Y = [0, 1, 2, 3, 4],
    Values = [.. steps.Select(ie => steps.Select(ee => Math.Round(RateWith(ee, ie), 1)).ToImmutableArray())],
    Scale = new ColorScale(new Axis("Rate of layer-5 pyramidal cells", "Hz"), Colormap.Viridis, 0, 100),
};
ImmutableArray<Tick> ticks = [.. steps.Select((step, place) => new Tick(place, $"{step}"))];
var balance = new Panel
{
    X = new Axis("Gain ee") { Ticks = ticks }, Y = new Axis("Gain ie") { Ticks = ticks }, Traces = [map],
};
display(new Figure { Panels = [balance] });

// %% [markdown]
// Read the top row: when inhibition is strong, recurrent excitation hardly matters. Read the bottom row: without inhibition, the rate doubles as recurrent excitation grows. Inhibition decides whether the column's own excitation has a say. And mind the right end of that row: even more excitation gives *fewer* spikes. Along the diagonal, from 0.5 and 0.5 to 2 and 2, both gains grow and the rate falls from 39 to 27 Hz: "balance" is more than a ratio.

// %% [markdown]
// ## Exercises
//
// 1. **In between.** Wire the network of section 2 with `probability: 0.5` and with 0.02. What becomes of the ratio of variance and mean? Which network is closest to independent cells?
// 2. **Who makes the rhythm?** Remove the basket cells' connections from the all-to-all network (`RemoveConnection` for each of `FindConnections(from: "L2_basket")`). Is the 10 ms rhythm gone? When does it begin now?
// 3. **One connection only.** In the standard column, set `Gain = 0` of the two connections from basket to pyramidal cells of layer 5. Compare raster and synchrony with those of `ie = 0.25`.
// 4. **Slow inhibition.** `net.SetSynapse("L5_pyramidal", "gabaa", "tau2", 20)` makes inhibition last four times as long. What happens to the two waves of layer 5 after the distal drive?
// 5. **Balance by hand.** With `ee: 2`, find a gain `ie` with which the pyramidal cells of layer 5 have their standard rate of 23 Hz again. Is the dipole the same, too?
//
// ## What to remember
//
// - A connection is a place, a receptor, a weight, a delay, a reach; a gain multiplies a whole class of them.
// - Shared input brings cells in step, sparse wiring takes them out of step; the dipole sees the step, not the rate.
// - Inhibition is the brake: without it excitation feeds itself, and too much of either silences the other.

// %% end
report.Save();
