// The notebook 07-lfp-and-csd.ipynb as a program, made by: hnn notebook export 07-lfp-and-csd.ipynb -o 07-lfp-and-csd.cs
// Run it: dotnet run 07-lfp-and-csd.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # LFP and CSD
//
// The dipole is what the column looks like from far away. Electrodes *in* the cortex see more: the **local field potential** (LFP) at every depth, and from it the **current source density** (CSD), which tells where current leaves and enters the cells.
//
// After it you can
//
// - put an array of electrodes into the column and record with it,
// - read a laminar LFP and a CSD: sinks, sources, and which drive makes which,
// - say why the LFP is local and the dipole is not,
// - choose between point and line sources, and know which units a CSD has.
//
// Laminar recordings are made in animals; MEG and EEG in people. A model that makes both is a bridge between them. No measured data are needed here: all is simulated.

// %% load
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. An electrode in the column
//
// In the standard column the cells stand only 1 µm apart, because the dipole does not depend on it. A field does. So first move them to 30 µm: `SetCellPositions` keeps the connections as they are, for their space constants count in distances between cells. Then put a straight array into the middle, with a contact every 100 µm, from below the basal dendrites of layer 5 to above the tufts.

// %% array
report.Cell("array");
var net = Network.Jones2009();
net.SetCellPositions(inPlaneDistance: 30);
net.AddDefaultErpDrives();

double[] heights = [.. Enumerable.Range(0, 28).Select(contact => -500.0 + 100 * contact)];
net.AddElectrodeArray("shank", heights.Select(height => new Point3(135, 135, height)));

display(Plots.Cells(net));

// %% [markdown]
// The somata of layer 5 lie at height 0 with dendrites up to 1926 µm; those of layer 2/3 lie at 1307 µm. The array passes between cells, 21 µm away from the nearest four of each layer: in a field that falls with the distance, near cells count much more than far ones.

// %% [markdown]
// ## 2. Record a touch
//
// The recording comes with the result of a simulation, by the array's name. `Smoothed(10)` smooths it as a dipole is smoothed, and `Decimated(5, 4)` keeps every twentieth sample, 2 kHz.

// %% record
report.Cell("record");
var result = net.Simulate(stopTime: 170);
var shank = result.Electrode("shank").Smoothed(10).Decimated(5, 4);
var dipole = result.Dipoles[0].Smoothed(10);

display(Figure.Rows(
    Plots.Dipoles(("dipole", dipole)),
    Plots.LaminarLfp(shank, voltageOffset: 150, scaleBar: 500),
    Plots.SpikeRaster(result.CellResponse, stopTime: 170)).WithSharedX());

// %% [markdown]
// The contacts near the somata see the most, up to 1.2 mV at the somata of layer 5 (height 0). At 1300 µm, the somata of layer 2/3, the potential rises at 30 ms and again around 150 ms. Between the layers there is less to see, and above the tufts hardly anything. Compare with the raster: the tall peaks at 0 µm come at 80 and 100 ms, *after* the basket cells of layer 5 have fired together, at 75 and 94 ms. The dipole has its own shape: it swings while the pyramidal cells fire, and says nothing about depth.

// %% [markdown]
// ## 3. Where current flows in and out
//
// At each height, the CSD is minus the second difference of the potentials of neighbouring contacts, times the conductivity: what flows out of the neighbourhood and not along it must come out of cells. A **source** (red) is current that leaves the cells; a **sink** (blue) is current that enters them. With `asCurrent: true` the unit is that of a current per volume; without it, it is µV/µm², as in hnn-core.

// %% csd
report.Cell("csd");
display(Plots.LaminarCsd(shank, limit: 20_000, asCurrent: true));

// %% [markdown]
// Red bands at 0 and 1300 µm: **sources at the somata**. Basket cells open GABA receptors there, and the current that leaves through them comes back into the same cells a little above and below: the blue bands beside them. The strongest sources follow the volleys of the basket cells, at 80 and 100 ms in layer 5 and at 30 ms in layer 2/3. Exercise 1 proves it: without inhibition, the source at the somata of layer 5 is thirty times weaker.
//
// Two warnings. The second difference assumes that the activity extends far to the sides; this column is only 270 µm wide. And it sharpens: a contact that happens to lie beside a soma sees much more than its neighbours.

// %% [markdown]
// ## 4. Which drive makes which pattern?
//
// Give the column one drive at a time. All three figures have the same colours: `limit` sets the density at both ends.

// %% drives
report.Cell("drives");
ElectrodeRecording Only(string drive)
{
    var single = net.Clone();
    foreach (var other in net.Drives.Names.Where(name => name != drive))
        single.RemoveDrive(other);
    return single.Simulate(stopTime: 170).Electrode("shank").Smoothed(10).Decimated(5, 4);
}

display(Figure.Rows([.. new[] { "evprox1", "evdist1", "evprox2" }.Select(drive =>
    Plots.LaminarCsd(Only(drive), limit: 5_000, asCurrent: true).Titled($"Only {drive}"))]).WithSharedX());

// %% [markdown]
// The colours end at 5000 A/m³ here, a twelfth of the greatest density, so that weak currents show. Each proximal drive makes sources at the somata, from the inhibition that comes with it, amid sinks above and below, where excitation arrives at basal and oblique dendrites and current returns. Only the distal drive makes a **sink in the tufts**, at 1700 µm. Sink above, source below: current flows down inside the cells, the dipole is negative. This is how laminar recordings tell feedback from feedforward input.

// %% [markdown]
// ## 5. How local is the local field potential?
//
// Three more arrays, at growing distances from the middle, see the same simulation. Compare how strong the potential at each height gets.

// %% local
report.Cell("local");
var wide = net.Clone();
double[] distances = [0, 200, 500, 1000];
foreach (var distance in distances.Skip(1))
    wide.AddElectrodeArray($"shank {distance}", heights.Select(height => new Point3(135 + distance, 135, height)));
var around = wide.Simulate(stopTime: 170);

LineTrace StrengthOf(string array, double distance, int color)
{
    var recording = around.Electrode(array).Smoothed(10);
    return new LineTrace
    {
        Name = $"{distance} µm", Color = Palette.Series(color),
        X = [.. recording.Voltages[0].Select(voltages => voltages.Max(Math.Abs))], Y = [.. heights],
    };
}

var strength = new Panel
{
    X = new Axis("Greatest potential", "µV") { IsLogarithmic = true },
    Y = new Axis("Height", "µm"),
    Traces = [.. distances.Select((distance, index) =>
        StrengthOf(index == 0 ? "shank" : $"shank {distance}", distance, index))],
};
display(new Figure { Panels = [strength] });

// %% [markdown]
// In the middle, each layer leaves its marks at its own heights. At 200 µm, just outside the column, the peaks are a quarter as high, and at 500 µm only the two layers can be told. From 500 to 1000 µm the potential falls by a factor of five, more than the double distance alone would explain: sources and sinks cancel each other more and more, and what remains is the field of a **dipole**, with one lobe at each end. That is the part which reaches the sensors of MEG and EEG; everything else is local ([Kajikawa and Schroeder, 2011](https://doi.org/10.1016/j.neuron.2011.09.029)).

// %% [markdown]
// ## 6. The field of one cell
//
// What does a single cell contribute? The smallest column has one cell of each type; only the pyramidal cell of layer 5 hears something, a strong distal push at 20 ms. The array stands 30 µm beside it.

// %% one
report.Cell("one");
var one = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
one.ClearLocalConnections();
one.AddSpikeTrainDrive(
    "push", [[20.0]], "distal", ampaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = 0.005 });
one.AddElectrodeArray("beside", heights.Select(height => new Point3(30, 0, height)));

var single = one.Simulate(SimulationOptions.Default with { StopTime = 60, Voltages = Record.All });
var beside = single.Electrode("beside");
var pyramid = one.GidRanges["L5_pyramidal"].Start;

display(Figure.Rows(
    Plots.Voltages(single.CellResponse, gids: [pyramid], sections: ["soma", "apical_1", "apical_tuft"]),
    Plots.LaminarLfp(beside, voltageOffset: 20, scaleBar: 50),
    Plots.LaminarCsd(beside, limit: 800, asCurrent: true)).WithSharedX());

// %% [markdown]
// One spike of one cell makes some tens of µV at 30 µm. Follow the deflections: the first spike begins in the tuft and runs down to the soma, 1700 µm in 3 ms; the third begins at the soma and runs up. In the CSD a moving pair shows it: a sink where the spike is, a source where it will be. What an array sees of a population depends on whether such waves coincide, as in lesson 15.

// %% [markdown]
// ## 7. Points or lines
//
// The field of a piece of dendrite can be computed as if its current came out of its middle (`FieldMethod.PointSource`, the default) or evenly along it (`LineSource`; here, as in hnn-core, a line reaches to the middles of its neighbours). Two arrays at the same place compare them. The conductivity of the tissue is 0.3 S/m by default; all potentials are in inverse proportion to it.

// %% method
report.Cell("method");
var both = net.Clone();
both.AddElectrodeArray("lines", heights.Select(height => new Point3(135, 135, height)), method: FieldMethod.LineSource);
var compared = both.Simulate(stopTime: 170);

LineTrace PotentialOf(string array, double height, LineStyle style, int color)
{
    var recording = compared.Electrode(array).Smoothed(10).Decimated(5, 4);
    return new LineTrace
    {
        Name = $"{(array == "lines" ? "lines" : "points")}, {height} µm", Color = Palette.Series(color), Style = style,
        X = recording.Times, Y = recording.Voltages[0][Array.IndexOf(heights, height)],
    };
}

var methods = new Panel
{
    X = new Axis("Time", "ms"), Y = new Axis("Potential", "µV"),
    Traces =
    [
        PotentialOf("shank", -200, LineStyle.Solid, 1), PotentialOf("lines", -200, LineStyle.Dashed, 1),
        PotentialOf("shank", 1700, LineStyle.Solid, 2), PotentialOf("lines", 1700, LineStyle.Dashed, 2),
    ],
};
display(new Figure { Panels = [methods] });

// %% [markdown]
// Most of the time the two agree. They differ where much current enters at one place: the synapses of tufts and basal dendrites lie in the middle of their sections, beside the contacts at 1700 and −200 µm, and a point there makes a sharper field than a line. For questions of "where and when" either will do; for amplitudes close to cells, remember that both are approximations.

// %% [markdown]
// ## Exercises
//
// 1. **Proof by removal.** Silence the inhibition (`var free = net.Clone(); free.SetGains(ie: 0);`), record again and draw the CSD with the same limit. Which bands are gone?
// 2. **A coarser array.** Put contacts every 200 µm, at −500, −300, −100, 100 … What becomes of the source at the somata of layer 5? And with every 50 µm?
// 3. **Wet tissue.** Set `conductivity: 0.6`. What happens to the potentials, and what to the CSD in A/m³? Think first.
// 4. **Less smoothing.** Smooth the recording with 1 ms instead of 10. What do you see at 0 µm between 60 and 100 ms that was hidden before?
// 5. **Through the cells.** Move the array from (135, 135) to (120, 120), right along the dendrites of one cell. Which contacts change most?
//
// ## What to remember
//
// - Dipole, LFP and CSD are three views of the same currents: from far away, from within, and with depth resolved.
// - Source and sink are about the membrane: current out and current in. A source can be inhibition or the return of a current that entered elsewhere; look for its partner.
// - The strongest field is not the excitation: near the somata, inhibition is seen first.

// %% end
report.Save();
