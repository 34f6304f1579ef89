// The notebook 02-first-evoked-response.ipynb as a program, made by: hnn notebook export 02-first-evoked-response.ipynb -o 02-first-evoked-response.cs
// Run it: dotnet run 02-first-evoked-response.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # A first evoked response
//
// In this lesson you make the standard cortical column answer to a touch, look inside it while it does, and find out what each of its three drives is good for. You need no measured data to begin with; they come at the end.
//
// After it you can say
//
// - what a drive is, and what *proximal* and *distal* mean,
// - which layer makes which part of the wave,
// - how much one trial differs from the next,
// - which change of the drives turns the response to a felt touch towards that to an unfelt one.

// %% load
using Hnn.Core.Datasets;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. The column
//
// Two layers of pyramidal cells lie one above the other, with basket cells among them. The dendrites of the pyramidal cells stand upright, side by side; so the currents that flow along them add up to a **current dipole** whose field can be measured outside the head: up is positive, down is negative. (In the model the cells stand only 1 µm apart, so the picture is stretched sideways.)

// %% column
report.Cell("column");
var net = Network.Jones2009();
display(Plots.Cells(net));

// %% [markdown]
// ## 2. Three drives
//
// `AddDefaultErpDrives` adds the sequence that is typical of a touch ([Jones et al., 2007](https://doi.org/10.1523/JNEUROSCI.0482-07.2007)):
//
// 1. `evprox1`, about 27 ms after the touch: the first volley from the thalamus, *proximal*;
// 2. `evdist1`, about 64 ms: feedback from higher areas, *distal*;
// 3. `evprox2`, about 137 ms: a late second volley through the thalamus, *proximal*.

// %% drives
report.Cell("drives");
net.AddDefaultErpDrives();
display(Plots.DriveTimes(net));

// %% [markdown]
// How strongly does each drive act on each type of cell? The numbers are the synaptic weights that one cell receives, summed over receptors and relative to the greatest.

// %% strength
report.Cell("strength");
display(Plots.DriveStrength(net));

// %% [markdown]
// ## 3. Simulate one trial

// %% simulate
report.Cell("simulate");
var result = net.Simulate(stopTime: 170);
var dipole = result.Dipoles[0].Scaled(3000).Smoothed(30);
display(dipole);

// %% [markdown]
// Read the wave against the drives: a small upward deflection after the first proximal drive, a deep trough at 65 ms with the distal one, a broad peak at 147 ms after the second proximal one. **Who makes it?** The dipole is the sum of what layer 2/3 and layer 5 contribute. The longer dendrites of layer 5 carry more current over a longer way.

// %% layers
report.Cell("layers");
display(Figure.Rows(
    Plots.DipoleLayers(dipole),
    Plots.SpikeHistogram(result.CellResponse, stopTime: 170)).WithSharedX());

// %% [markdown]
// **Who fires?** Each mark is a spike of one cell. The distal drive makes the pyramidal cells of layer 5 fire, the basket cells answer in a few sharp volleys, and layer 2/3 is busy mostly with the late peak.

// %% raster
report.Cell("raster");
display(Plots.SpikeRaster(result.CellResponse));

// %% rates
report.Cell("rates");
var rates = result.CellResponse.MeanRates(start: 0, stop: 170);
foreach (var type in net.CellTypes.Names)
    Console.WriteLine($"{type,-14}{rates[type],6:F2} spikes per second");

// %% [markdown]
// ## 4. One trial is not another
//
// The drives' spikes come at random times around their mean. Eight trials, grey, and their average:

// %% trials
report.Cell("trials");
List<Dipole> TrialsOf(Network net) =>
    [.. net.Simulate(stopTime: 170, trials: 8).Dipoles.Select(trial => trial.Scaled(3000).Smoothed(30))];

var trials = TrialsOf(net);
display(Plots.DipoleTrials(trials));

// %% spread
report.Cell("spread");
var average = trials.Average();
var errors = trials.Select(trial => trial.Rmse(average)).ToList();
Console.WriteLine($"A trial is {errors.Min():F1} to {errors.Max():F1} nAm away from the average (RMSE).");

// %% [markdown]
// ## 5. What is each drive good for?
//
// The quickest way to find out is to take it away.

// %% knockout
report.Cell("knockout");
Dipole Without(string drive)
{
    var changed = net.Clone();
    changed.RemoveDrive(drive);
    return changed.Simulate(stopTime: 170).Dipoles[0].Scaled(3000).Smoothed(30);
}

display(Plots.Dipoles(
    ("all three", dipole),
    ("without evprox1", Without("evprox1")),
    ("without evdist1", Without("evdist1")),
    ("without evprox2", Without("evprox2"))));

// %% [markdown]
// Without the distal drive there is no deep trough: it *is* the downward push of the feedback. Without the second proximal drive the late peak is missing. And without the first one the trough is shallower: a drive also changes what the next one finds.

// %% [markdown]
// ## 6. Compare with a measured response
//
// In the experiment people were touched so weakly that they felt it only in half of the trials. Here are the averages of the felt and the unfelt touches, and the simulated average.

// %% data
report.Cell("data");
var felt = await Dataset.S1Felt.FindAsync();
var notFelt = await Dataset.S1NotFelt.FindAsync();
foreach (var warning in felt.Warnings.Concat(notFelt.Warnings))
    Console.WriteLine(warning);

display(Plots.Dipoles(("felt", felt.Dipole), ("not felt", notFelt.Dipole), ("simulated", average)));

// %% compare
report.Cell("compare");
void Compare(string name, Dipole simulated)
{
    var (toFelt, toNotFelt) = (simulated.Rmse(felt.Dipole, 0, 169), simulated.Rmse(notFelt.Dipole, 0, 169));
    Console.WriteLine($"{name}: RMSE {toFelt:F1} nAm to the felt, {toNotFelt:F1} nAm to the unfelt response.");
}

Compare("Standard drives", average);

// %% [markdown]
// The standard drives describe the *felt* touch well. When the touch is not felt, the trough is later, and the late peak is much lower. **Hypothesis:** in these trials the feedback from higher areas comes later, and the second volley through the thalamus is weaker. Test it: two lines change two drives, and nothing else.

// %% hypothesis
report.Cell("hypothesis");
var changed = net.Clone();
changed.ChangeDrive<EvokedDrive>("evdist1", drive => drive with { Mu = drive.Mu + 7 });
foreach (var connection in changed.FindConnections(from: "evprox2"))
    connection.Gain = 0.3;

var changedAverage = TrialsOf(changed).Average();
Compare("Late feedback, weak second volley", changedAverage);
display(Plots.Dipoles(("felt", felt.Dipole), ("not felt", notFelt.Dipole), ("changed drives", changedAverage)));

// %% [markdown]
// The simulation has moved from the felt towards the unfelt response; it is a beginning, not a proof. Other changes might do as well: Lesson 17 asks how sure one can be.

// %% [markdown]
// ## Exercises
//
// 1. **Earlier.** Let `evprox1` come 10 ms earlier (`Mu = drive.Mu - 10`). Which parts of the wave move, and which stay?
// 2. **In step.** Set `Sigma` of `evdist1` to 1 ms. What happens to the trough, and why?
// 3. **Without inhibition.** `net.SetGains(ie: 0)` silences the synapses from basket to pyramidal cells. Look at the raster before you look at the dipole.
// 4. **By hand.** Bring the simulated average as close as you can to the *unfelt* response by changing times and gains. Lesson 1 lets an optimiser do it.
//
// ## What to remember
//
// - A dipole points *up* when current flows up the dendrites: proximal input, or inhibition at the tuft; *down* with distal input, or inhibition at the soma.
// - Each drive leaves its mark at its own time, and layer 5 makes most of the wave.
// - To understand a model, take parts away.

// %% end
report.Save();
