// The notebook 11-beta-modulated-evoked-response.ipynb as a program, made by: hnn notebook export 11-beta-modulated-evoked-response.ipynb -o 11-beta-modulated-evoked-response.cs
// Run it: dotnet run 11-beta-modulated-evoked-response.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # A beta event before a touch
//
// People miss a weak touch more often if a beta event (lesson 5) came shortly before it: most of all 100 to 300 ms before ([Shin et al., 2017](https://doi.org/10.7554/eLife.29086)). Why should a ripple of 50 ms matter a quarter of a second later? In this lesson you repeat the explanation of [Law et al. (2022)](https://doi.org/10.1101/2021.04.16.440210) as an experiment in the model: a touch with and without a beta event before it.
//
// After it you can
//
// - say what a network preset changes, by asking the network,
// - follow a cause through the column: drive, spikes, currents, voltage, dipole,
// - say for how long a beta event suppresses the response to a touch in this model, and by what,
// - name a result that depends on the model, and show it.

// %% load
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. A column with slow inhibition
//
// `Network.Law2021()` is the standard column with a handful of changes. What are they? Ask both networks for the inhibitory connections onto the pyramidal cells of layer 5.

// %% model
report.Cell("model");
var law = Network.Law2021();
var standard = Network.Jones2009();

foreach (var (name, net) in new[] { ("Standard", standard), ("Law", law) })
{
    Console.WriteLine($"{name}:");
    foreach (var connection in net.FindConnections(to: "L5_pyramidal").Where(connection => connection.Receptor.StartsWith("gaba")))
        Console.WriteLine($"  {connection.SourceType} to {connection.Location,-8}{connection.Receptor,-7}{connection.Weight:0.####} µS");
}

// %% [markdown]
// Two things have moved. The basket cells of layer 2/3 reach the tufts of layer 5 no longer through GABA-A, which is fast, but through **GABA-B**, which is slow; and the basket cells of layer 5 now inhibit the tufts of their own layer, as Martinotti cells do ([Silberberg and Markram, 2007](https://doi.org/10.1016/j.neuron.2007.02.012)). What cannot be seen here: GABA-B itself is much slower than in the standard column, with a rise of 45 ms and a decay of 200 ms in place of 1 and 20 ms, and layer 5 has no calcium channels at the soma and the basal dendrites.

// %% [markdown]
// ## 2. Two sets of drives
//
// The beta event is that of lesson 5: one broad proximal burst and one sharper distal one, both at 50 ms. This time they also reach the basket cells. The touch is given at 125 ms and has the three drives of lesson 2, with the strengths that Law et al. use for this column: proximal after 25 ms, distal after 70 ms, proximal again after 135 ms. All cells get them in step (`sigma: 0`), so one trial is enough.

// %% drives
report.Cell("drives");
Dictionary<string, double> Weights(double l2Basket, double l2Pyramidal, double l5Pyramidal, double? l5Basket = null)
{
    var weights = new Dictionary<string, double> { ["L2_basket"] = l2Basket, ["L2_pyramidal"] = l2Pyramidal, ["L5_pyramidal"] = l5Pyramidal };
    if (l5Basket is { } weight)
        weights["L5_basket"] = weight;
    return weights;
}

var proximalDelays = Weights(0.1, 0.1, 1, 1);

void AddBetaEvent(Network net, double time)
{
    net.AddBurstyDrive(
        "beta_dist", burstRate: 1, "distal", Weights(0.00032, 0.00008, 0.00004), start: time, stop: time + 50, burstStd: 10,
        cellCount: 10, delays: 0.5, eventSeed: 290);
    net.AddBurstyDrive(
        "beta_prox", burstRate: 1, "proximal", Weights(0.00004, 0.00002, 0.00002, 0.00002), start: time, stop: time + 50, burstStd: 20,
        cellCount: 10, delays: proximalDelays, eventSeed: 300);
}

void AddTouch(Network net, double time)
{
    var distal = Weights(0.0005, 0.004, 0.0005);
    net.AddEvokedDrive("evprox1", time + 25, sigma: 0, spikeCount: 1, "proximal", Weights(0.002, 0.0011, 0.001, 0.001), delays: proximalDelays);
    net.AddEvokedDrive("evdist1", time + 70, sigma: 0, spikeCount: 1, "distal", distal, nmdaWeights: distal, delays: 0.1);
    net.AddEvokedDrive("evprox2", time + 135, sigma: 0, spikeCount: 1, "proximal", Weights(0.005, 0.005, 0.01, 0.01), delays: proximalDelays);
}

Network With(Network net, double? betaEvent = null, double? touch = null)
{
    var changed = net.Clone();
    if (betaEvent is { } time)
        AddBetaEvent(changed, time);
    if (touch is { } start)
        AddTouch(changed, start);
    return changed;
}

display(Plots.DriveTimes(With(law, betaEvent: 50, touch: 125), stopTime: 300));

// %% [markdown]
// ## 3. The event alone
//
// Besides the dipole and the spikes we record what happens in one pyramidal cell of layer 2/3: the voltage at its soma and the currents of the synapses there.

// %% beta
report.Cell("beta");
const double stopTime = 400;
var cell = law.GidRanges["L2_pyramidal"].Start + 22;
var options = SimulationOptions.Default with
{
    StopTime = stopTime,
    Voltages = Record.Chosen((cell, "soma")),
    SynapticCurrents = Record.Chosen((cell, "soma")),
};

Dipole DipoleOf(SimulationResult result) => result.Dipoles[0].Scaled(3000);

var beta = With(law, betaEvent: 50).Simulate(options);
display(Figure.Rows(
    Plots.SpikeHistogram(beta.CellResponse, stopTime: stopTime, inverted: ["beta_dist"]),
    Plots.SpikeRaster(beta.CellResponse, stopTime: stopTime),
    Plots.DipoleTrials([DipoleOf(beta)], start: 5),
    Plots.TimeFrequency([DipoleOf(beta)], [.. Enumerable.Range(8, 33).Select(frequency => (double)frequency)], new() { Cycles = [4], Start = 5 })).WithSharedX());

// %% [markdown]
// The two bursts pull and push as in lesson 5, and the dipole has a trough of 10 nAm at 47 ms. But this time something fires: the 35 basket cells of layer 2/3, once, all together; no other cell does. And what follows is new. The dipole goes up to 6 nAm, stays there, and needs 300 ms to come back: the slow GABA-B current that the basket cells have opened. (Inhibition at the tufts of layer 5 pushes current up the dendrites, as lesson 2 says.) In the spectrogram the event is the spot at 50 ms; because of the long tail it reaches from the beta band down to the lowest frequencies.

// %% [markdown]
// ## 4. The touch, with and without the event
//
// The touch comes 75 ms after the event; its first spikes reach the cortex 25 ms later. The dipoles are smoothed with a window of 45 ms, as Law et al. do.

// %% touch
report.Cell("touch");
var touch = With(law, touch: 125).Simulate(options);
var both = With(law, betaEvent: 50, touch: 125).Simulate(options);

display(Figure.Rows(
    Plots.Dipoles(
        ("touch", DipoleOf(touch).Smoothed(45)),
        ("event, touch", DipoleOf(both).Smoothed(45)),
        ("event", DipoleOf(beta).Smoothed(45))),
    Plots.SpikeRaster(touch.CellResponse, stopTime: stopTime),
    Plots.SpikeRaster(both.CellResponse, stopTime: stopTime)).WithSharedX());

// %% touch-numbers
report.Cell("touch-numbers");
foreach (var (name, result) in new[] { ("touch", touch), ("event, touch", both) })
{
    var peak = DipoleOf(result).Smoothed(45).Peaks(start: 125, stop: stopTime).Where(each => each.IsMaximum).MaxBy(each => each.Amplitude)!;
    var (l2, l5) = (result.CellResponse.Trials[0].TimesOf("L2_pyramidal"), result.CellResponse.Trials[0].TimesOf("L5_pyramidal"));
    Console.WriteLine($"{name,-14}peak {peak.Amplitude:F1} nAm at {peak.Latency:F0} ms; spikes of pyramidal cells: {l2.Length} in layer 2/3, {l5.Length} in layer 5, the first of these at {l5.Min():F0} ms");
}

// %% [markdown]
// **The touch alone:** little happens until the distal drive comes at 195 ms. Then layer 2/3 fires, layer 5 follows, and the dipole rises to 34 nAm. **After the event** the same drives find another column: layer 2/3 does not fire at all, and layer 5 waits for the second proximal drive, 59 ms later. The peak is half as high and comes 66 ms later. A response that is later and lower: in that it resembles the one to the touch that is *not felt* (lesson 2).
//
// Note that layer 5 fires nearly as many spikes as without the event. A count of its spikes would have missed the difference, and the dipole does not tell that it is layer 2/3 which is silent; it takes both.

// %% [markdown]
// ## 5. Why: look inside a cell
//
// Here is one pyramidal cell of layer 2/3 in the two cases (left the touch alone, right after the event): above the synaptic currents at its soma, below the voltage.

// %% why
report.Cell("why");
Figure Inside(SimulationResult result) => Figure.Rows(
    Plots.SynapticCurrents(result.CellResponse),
    Plots.Voltages(result.CellResponse)).WithSharedX();

display(Figure.Columns(Inside(touch), Inside(both)));

// %% why-numbers
report.Cell("why-numbers");
const int sample = 190 * 40; // 40 samples per millisecond
const double reversal = -80;
foreach (var (name, result) in new[] { ("touch", touch), ("event, touch", both) })
{
    var voltage = result.CellResponse.Voltage(0, cell, "soma")[sample];
    var current = result.CellResponse.SynapticCurrent(0, cell, "soma", "gabab")[sample];
    Console.WriteLine($"{name,-14}at 190 ms: {voltage:F1} mV, GABA-B conductance {current / (voltage - reversal):F2} µS");
}

// %% [markdown]
// Left: the distal drive makes the cell fire twice, and the inhibition comes together with its spikes. Right (mind the other scales): the volley of the basket cells at 45 ms opens GABA-A, which is over after 20 ms, and GABA-B, which is there until the end of the picture. The voltage falls to −80 mV, where both currents reverse, and stays as if nailed down.
//
// Just before the distal drive comes, at 190 ms, the *voltage* is nearly the same in both cases, for the first proximal drive has made a few basket cells fire, too. What differs is the **conductance**: it is eleven times larger after the event. A cell with so many open channels is leaky: what comes in at the dendrites runs out at the soma. This is called *shunting* inhibition.

// %% [markdown]
// ## 6. Before, during, after
//
// Now the time between event and touch varies: from 200 ms before the touch to 120 ms after it. The touch is always at 260 ms. We count the spikes of the pyramidal cells of layer 2/3, and take the latency of the first spike of layer 5.

// %% when
report.Cell("when");
const double touchTime = 260;
var intervals = new ParameterSweep(law, (net, p) =>
{
    AddTouch(net, touchTime);
    AddBetaEvent(net, touchTime - p["event before touch (ms)"]);
})
{
    Simulation = SimulationOptions.Default with { StopTime = touchTime + 200 },
    Summaries =
    {
        ["spikes of layer 2/3"] = result => result.CellResponse.Trials[0].TimesOf("L2_pyramidal").Length,
        ["first spike of layer 5"] = result => result.CellResponse.Trials[0].TimesOf("L5_pyramidal").Min() - touchTime,
    },
};
var points = intervals.Run(Grid.Product(("event before touch (ms)", [-120.0, -90, -60, 0, 100, 200])));
display(Figure.Columns(Plots.Sweep(points, "spikes of layer 2/3", "count"), Plots.Sweep(points, "first spike of layer 5", "ms")));

// %% [markdown]
// From left to right the event comes earlier. 120 ms *after* the touch it finds the response over: 137 spikes, as without an event. 90 ms after the touch it cuts the volley of layer 2/3 short. From 60 ms after the touch on, that is, before the distal drive arrives, layer 2/3 is silent, and layer 5 waits 139 ms in place of 80. And 200 ms before the touch is still not early enough: nothing has recovered.
//
// So in this column a beta event suppresses for more than 200 ms whatever comes to layer 2/3 after it. In people the effect is a matter of more or less; here, where all cells are in step and alike, it is all or nothing. (Law et al. also find that a touch *during* an event is often felt; that is not in this figure.)

// %% [markdown]
// ## 7. Does it depend on the model?
//
// The same experiment in the standard column.

// %% standard
report.Cell("standard");
var shorter = SimulationOptions.Default with { StopTime = stopTime };
var standardTouch = With(standard, touch: 125).Simulate(shorter);
var standardBoth = With(standard, betaEvent: 50, touch: 125).Simulate(shorter);

display(Plots.Dipoles(
    ("touch", DipoleOf(standardTouch).Smoothed(45)),
    ("event, touch", DipoleOf(standardBoth).Smoothed(45))));

// %% [markdown]
// No suppression at all: the first 200 ms after the touch are as before, and the late peak even *grows* from 32 to 53 nAm. With the fast GABA-B of the standard column nothing of the event's inhibition is left when the touch arrives. So the suppression is a prediction of the *slow inhibition*, not of beta events as such. That is how a model earns its keep: it says what would have to be found, and where, for the story to be true.

// %% [markdown]
// ## Exercises
//
// 1. **Who drives layer 5?** Take `With(law, touch: 125)` and set the gain of all connections from `L2_pyramidal` to `L5_pyramidal` to 0 (`FindConnections`). Does layer 5 still fire? What does that say about section 4?
// 2. **Which inhibition?** In `With(law, betaEvent: 50, touch: 125)` set the gain of the GABA-B connection from `L2_basket` to `L2_pyramidal` to 0. Does layer 2/3 fire again? As much as without the event?
// 3. **Faster.** Give GABA-B of both pyramidal types the time constants of the standard column (`SetSynapse(type, "gabab", "tau1", 1)`, and `"tau2"` 20). What is left of the tail, and of the suppression?
// 4. **A weaker event.** Halve the gain of all connections from `beta_dist`. Do the basket cells of layer 2/3 still fire? Which beta events, then, suppress a touch?
//
// ## What to remember
//
// - A beta event is short; what it leaves behind need not be. Here one volley of the basket cells of layer 2/3 opens GABA-B channels that inhibit for some 200 ms and more.
// - The suppressed response is later, and it lacks layer 2/3; the dipole alone would not have told which.
// - A mechanism is a property of a model. Take it out of the model, and see whether the effect goes.

// %% end
report.Save();
