// The notebook 15-template-model-tour.ipynb as a program, made by: hnn notebook export 15-template-model-tour.ipynb -o 15-template-model-tour.cs
// Run it: dotnet run 15-template-model-tour.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # A tour of the template model
//
// Every lesson uses the same column. This one opens it: cells, sections, channels, synapses, connections, and the way all of them together make a **current dipole**.
//
// After it you can
//
// - name the parts of the column and find each of them in C#,
// - say where *proximal* and *distal* input arrives on a pyramidal cell,
// - say what some of its channels do, by taking them away,
// - tell four kinds of synapses apart by what they do to the soma,
// - explain why input from below makes the dipole go up, input from above makes it go down, and why only pyramidal cells count.
//
// The model is that of [Jones et al. (2009)](https://doi.org/10.1152/jn.00535.2009), as it is used in the Human Neocortical Neurosolver ([Neymotin et al., 2020](https://doi.org/10.7554/eLife.51214)).

// %% load
using System.Collections.Immutable;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. The column
//
// A network shows itself as the value of a cell: what it consists of, and where its cells stand.

// %% column
report.Cell("column");
var net = Network.Jones2009();
display(net);

// %% [markdown]
// Two layers, layer 2/3 (called `L2`) above layer 5 (`L5`), 1307 µm apart. In each layer stand 100 **pyramidal cells**, which excite, and 35 **basket cells**, which inhibit: three to one, as in cortex. There are no layers 1, 4 and 6: input that comes through them is what *drives* stand for. The cells stand on a grid, 1 µm apart in the standard model (the picture is stretched sideways), because for the dipole only the direction of the dendrites matters; lesson 7 moves them apart.

// %% [markdown]
// ## 2. Cells and their sections
//
// A pyramidal cell of the model is a tree of eight or nine cylinders, called **sections**. They are simplified in such a way that they conduct current as the many branches of a real cell do ([Bush and Sejnowski, 1993](https://doi.org/10.1016/0165-0270%2893%2990151-G)). Green sections receive *distal* input, orange ones *proximal* input.

// %% shapes
report.Cell("shapes");
Figure ShapeOf(string type)
{
    var cell = net.CellTypes[type].Cell;
    var colors = cell.Sections.ToDictionary(section => section.Name, _ => Color.FromHex("#8a8a8a"));
    foreach (var section in cell.SectionsAt("proximal"))
        colors[section] = Color.FromHex("#d55e00");
    foreach (var section in cell.SectionsAt("distal"))
        colors[section] = Color.FromHex("#009e73");

    var panel = Plots.Morphology(net, type, colors).Panels[0];
    return new Figure { Panels = [panel with { Title = type }] };
}

display(Figure.Columns(ShapeOf("L2_pyramidal"), ShapeOf("L5_pyramidal")));

// %% [markdown]
// Mind the scales: the two cells have the same plan, but that of layer 5 is two and a half times as high. Heights count from the cell's own soma. The soma of layer 2/3 lies at 1307 µm, so its tuft ends at 1932 µm, and that of layer 5 at 1926 µm: at the same height. Hence distal input meets both layers. A basket cell has a soma only.
//
// A **cell type** shows itself, too, with all its sections:

// %% type
report.Cell("type");
display(net.CellTypes["L5_pyramidal"]);

// %% [markdown]
// ## 3. Channels
//
// Each section's membrane has **channels**, called mechanisms, with a density each. `hh2` makes spikes; `km` is a slow potassium channel (muscarinic); `ca` and `cat` let calcium in, `cad` is the calcium pool, `kca` the potassium channel that calcium opens; `ar` is the h channel, which opens when the membrane is *hyper*polarised. Most densities are the same all over the dendrites, that of `ar` is not:

// %% channels
report.Cell("channels");
foreach (var type in net.CellTypes)
    Console.WriteLine($"{type.Name,-14}{string.Join(", ", type.Cell["soma"].Mechanisms.Keys)}");

LineTrace DensityOf(string name, CellTemplate cell, int color, params string[] path)
{
    IEnumerable<(double Density, double Distance)> PointsOf(Section section) =>
        cell.Densities(section.Name, section.Mechanisms["ar"]["gbar"]).Select((density, segment) =>
            (density * 1e6, cell.DistanceFromSoma(section.Name) + section.CentreOf(segment) * section.Length));

    var points = path.SelectMany(section => PointsOf(cell[section]));
    return new LineTrace
    {
        Name = name, Color = Palette.Series(color),
        X = [.. points.Select(point => point.Distance)], Y = [.. points.Select(point => point.Density)],
    };
}

var large = net.CellTypes["L5_pyramidal"].Cell;
var density = new Panel
{
    Title = "h channels of the layer-5 pyramidal cell",
    X = new Axis("Distance from the soma", "µm") { Min = 0 },
    Y = new Axis("Density", "µS/cm²") { IsLogarithmic = true },
    Traces =
    [
        DensityOf("up to the tuft", large, 1, "apical_trunk", "apical_1", "apical_2", "apical_tuft"),
        DensityOf("down to the basal tip", large, 2, "basal_1", "basal_2"),
    ],
};
display(new Figure { Panels = [density] });

// %% [markdown]
// What is a channel good for? **Take it away and look.** The smallest column has one cell of each type; its connections are cut, and a steady current is injected into the somata.

// %% answer
report.Cell("answer");
Network Alone()
{
    var alone = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
    alone.ClearLocalConnections();
    return alone;
}

LineTrace VoltageOf(string name, string? without, double current, int color)
{
    var alone = Alone();
    if (without is not null)
        alone.RemoveMechanism("L5_pyramidal", large.Sections.Select(section => section.Name), without);
    alone.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = current }, start: 100, stop: 400);
    var response = alone.Simulate(SimulationOptions.Default with { StopTime = 500, Voltages = Record.Soma }).CellResponse;
    return new LineTrace
    {
        Name = name, Color = Palette.Series(color), Width = 1.5,
        X = response.Times, Y = response.Voltage(trial: 0, alone.GidRanges["L5_pyramidal"].Start, "soma"),
    };
}

Figure Voltages(string title, params LineTrace[] lines) => new()
{
    Panels = [new Panel { Title = title, X = new Axis("Time", "ms"), Y = new Axis("Soma", "mV"), Traces = [.. lines] }],
};

display(Figure.Rows(
    Voltages("1 nA, all channels", VoltageOf("all", null, 1, 0)),
    Voltages("1 nA, without ca", VoltageOf("without ca", "ca", 1, 1)),
    Voltages("1 nA, without km", VoltageOf("without km", "km", 1, 2)),
    Voltages(
        "−1 nA, with and without ar", VoltageOf("all", null, -1, 0), VoltageOf("without ar", "ar", -1, 3))).WithSharedX());

// %% [markdown]
// - **All channels.** Bursts of three or four spikes, and long pauses.
// - **Without `ca`** the bursts are gone. What is left are single spikes, 100 ms apart: after a spike, the calcium current carries the cell over the threshold again, and without it this fails.
// - **Without `km`** the cell fires a hundred times per second, before the current comes as well as after it. The muscarinic channels end the bursts, and they keep the resting cell silent.
// - **Without `ar`**, a *negative* current pulls the soma down to −118 mV instead of −110, and after its end the cell comes back more slowly: its first spike comes 85 ms after the current, instead of 29 ms. The h channels push back, and they are ready when inhibition ends. (Both cells fire although nothing excites them: a *rebound*.)

// %% [markdown]
// ## 4. Synapses
//
// Cells reach each other by four kinds of receptors. Each is a conductance that rises and decays after a spike arrives, and a **reversal potential** towards which it pulls the voltage.

// %% synapses
report.Cell("synapses");
foreach (var (receptor, synapse) in large.Synapses)
{
    var parameters = SynapseLibrary.ParametersOf(synapse).Select(parameter => $"{parameter.Key} {parameter.Value}");
    Console.WriteLine($"{receptor,-8}{string.Join("   ", parameters)}");
}

// %% [markdown]
// To see them at work, let a single spike arrive at 100 ms. A basket cell of layer 5 is made to fire once, and a connection of our own carries its spike to the pyramidal cell: `Connect` names source, target, place, receptor, weight, delay and space constant. (That a basket cell excites is against nature, but the pyramidal cell does not know.) The difference to a simulation without the connection is what the synapse has done. The weights are those of the column.

// %% psp
report.Cell("psp");
(CellResponse Response, int Gid) OneSpike(string? receptor, string at, double weight)
{
    var alone = Alone();
    alone.AddSpikeTrainDrive(
        "start", [[98.0]], "soma", ampaWeights: new Dictionary<string, double> { ["L5_basket"] = 0.01 });
    if (receptor is not null)
        alone.Connect("L5_basket", "L5_pyramidal", at, receptor, weight, delay: 1, spaceConstant: 100);

    var options = SimulationOptions.Default with
    {
        StopTime = 250, Voltages = Record.Soma, SynapticCurrents = Record.All
    };
    return (alone.Simulate(options).CellResponse, alone.GidRanges["L5_pyramidal"].Start);
}

var (silence, pyramid) = OneSpike(receptor: null, "soma", 0);

(LineTrace Current, LineTrace Change) EffectOf(string receptor, string at, string section, double weight, int color)
{
    var response = OneSpike(receptor, at, weight).Response;
    var current = new LineTrace
    {
        Name = receptor, Color = Palette.Series(color),
        X = response.Times, Y = response.SynapticCurrent(0, pyramid, section, receptor),
    };
    var change = response.Voltage(0, pyramid, "soma").Zip(
        silence.Voltage(0, pyramid, "soma"), (with, without) => with - without);
    return (current, current with { Y = [.. change] });
}

var ampa = EffectOf("ampa", "proximal", "apical_oblique", 0.0005, 1);
var nmda = EffectOf("nmda", "proximal", "apical_oblique", 0.0005, 2);
var gabaA = EffectOf("gabaa", "soma", "soma", 0.025, 3);
var gabaB = EffectOf("gabab", "soma", "soma", 0.025, 4);

var around = new Axis("Time", "ms") { Min = 90, Max = 200 };
Figure Lines(string title, Axis y, params LineTrace[] lines) => new()
{
    Panels = [new Panel { Title = title, X = around, Y = y, Traces = [.. lines] }],
};

display(Figure.Rows(
    Figure.Columns(
        Lines("Excitation", new Axis("Synaptic current", "nA"), ampa.Current, nmda.Current),
        Lines("Inhibition", new Axis("Synaptic current", "nA"), gabaA.Current, gabaB.Current)),
    Figure.Columns(
        Lines("Excitation", new Axis("Change at the soma", "mV"), ampa.Change, nmda.Change),
        Lines("Inhibition", new Axis("Change at the soma", "mV"), gabaA.Change, gabaB.Change))));

// %% [markdown]
// A negative current flows into the cell and depolarises it. **AMPA** and **NMDA** both pull towards 0 mV; NMDA four times as long. (The magnesium block of real NMDA receptors is not part of the standard model.) **GABA_A** and **GABA_B** pull towards −80 mV, again one short, one long.
//
// The inhibitory weights are fifty times the excitatory ones, and yet the effects are of the same size. That is because the soma rests at −72 mV: it is 72 mV away from the reversal potential of excitation, but only 8 mV from that of inhibition. Inhibition becomes strong when the cell is depolarised.

// %% [markdown]
// ## 5. Who is connected with whom
//
// All local connections of the column, one row each:

// %% connections
report.Cell("connections");
display(net.Connections);

// %% [markdown]
// How much does a cell receive? For each pair of types, sum the synaptic weights that arrive at one cell in the middle of its layer. `EffectiveSynapses` gives the weight and delay of each pair, after the fall-off with distance.

// %% strength
report.Cell("strength");
string[] types = [.. net.CellTypes.Names];

double Received(string from, string to)
{
    var middle = net.GidRanges[to].Start + net.GidRanges[to].Count / 2 + (to.EndsWith("pyramidal") ? 5 : 0);
    return net.FindConnections(from: from, to: to).Sum(connection => net.EffectiveSynapses(connection)
        .Where((_, pair) => connection.Pairs[pair].Target == middle).Sum(synapse => synapse.Weight));
}

var map = new HeatmapTrace
{
    Name = "Weight", Color = Palette.Series(0), ShowsNumbers = true,
    X = [0, 1, 2, 3], Y = [0, 1, 2, 3],
    Values = [.. types.Select(to => types.Select(from => Received(from, to)).ToImmutableArray())],
    Scale = new ColorScale(new Axis("Weight onto one cell", "µS"), Colormap.Cividis, 0, 4),
};
ImmutableArray<Tick> ticks = [.. types.Select((type, place) => new Tick(place, type))];
var strengths = new Panel
{
    Title = "Onto one cell in the middle",
    X = new Axis("From") { Ticks = ticks }, Y = new Axis("To") { Ticks = ticks }, Traces = [map],
};
display(new Figure { Panels = [strengths] });

// %% [markdown]
// Read it by columns. Layer 2/3 reaches down: its pyramidal cells excite both types of layer 5, its basket cells inhibit the tufts of layer 5. Layer 5 does not reach up. Weights of inhibition are larger by a factor of twenty to a hundred; remember from section 4 how much of that the reversal potential takes back.

// %% [markdown]
// ## 6. How the dipole arises
//
// One layer-5 pyramidal cell, alone. At 20 ms a spike arrives, once *proximally*, once *distally*; the weight is so small that the cell does not fire. On the left: how far each section is depolarised, over its height, at three moments. On the right: the cell's dipole.

// %% push
report.Cell("push");
var whole = SimulationOptions.Default with { StopTime = 80, Voltages = Record.All };
SimulationResult Pushed(string place, double weight)
{
    var alone = Alone();
    alone.AddSpikeTrainDrive(
        "push", [[20.0]], place, ampaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = weight });
    return alone.Simulate(whole);
}

var still = Pushed("proximal", 0);
string[] axis = ["basal_2", "basal_1", "soma", "apical_trunk", "apical_1", "apical_2", "apical_tuft"];
double HeightOf(string section) => (large[section].EndPoints.Start.Z + large[section].EndPoints.End.Z) / 2;

Figure ProfileOf(string title, SimulationResult pushed)
{
    LineTrace At(double moment, int color)
    {
        var sample = (int)Math.Round(moment / whole.TimeStep);
        double VoltageIn(SimulationResult result, string section) => result.CellResponse.Voltage(0, pyramid, section)[sample];
        return new LineTrace
        {
            Name = $"{moment} ms", Color = Palette.Series(color),
            X = [.. axis.Select(section => VoltageIn(pushed, section) - VoltageIn(still, section))],
            Y = [.. axis.Select(HeightOf)],
        };
    }

    var panel = new Panel
    {
        Title = title, X = new Axis("Depolarisation", "mV"), Y = new Axis("Height", "µm"),
        Traces = [At(22, 1), At(25, 2), At(35, 3)],
    };
    return new Figure { Panels = [panel] };
}

Figure MomentOf(string title, SimulationResult pushed)
{
    var line = new LineTrace
    {
        Name = "Dipole", Color = Palette.Series(0), IsInLegend = false,
        X = pushed.Dipoles[0].Times,
        Y = [.. pushed.Dipoles[0]["L5"].Zip(still.Dipoles[0]["L5"], (with, without) => 1e6 * (with - without))],
    };
    var panel = new Panel
    {
        Title = title, X = new Axis("Time", "ms"), Y = new Axis("Dipole moment", "fAm"), Traces = [line],
    };
    return new Figure { Panels = [panel] };
}

var (below, above) = (Pushed("proximal", 0.0005), Pushed("distal", 0.0005));
display(Figure.Rows(
    Figure.Columns(ProfileOf("Proximal push", below), MomentOf("Proximal push", below)),
    Figure.Columns(ProfileOf("Distal push", above), MomentOf("Distal push", above))));

// %% [markdown]
// Look at the *slope*. After the proximal push, the lower end is depolarised more than the upper one: inside the dendrite, current flows from below to above, and the dipole is **positive**. After the distal push it is the other way round: current flows down, and the dipole is **negative**. By 35 ms the cell is still depolarised, but more evenly, and of the dipole little is left: only differences within the cell count.
//
// The moment is current times length, so it takes a long upright dendrite to make one. A basket cell has none; a star-shaped cell would have many, in all directions, that cancel each other.

// %% [markdown]
// Now a push ten times as strong, so that the cell fires:

// %% spike
report.Cell("spike");
var (firedBelow, firedAbove) = (Pushed("proximal", 0.005), Pushed("distal", 0.005));
display(Figure.Rows(
    Figure.Columns(MomentOf("Strong proximal push", firedBelow), MomentOf("Strong distal push", firedAbove)),
    Figure.Columns(
        Plots.Voltages(firedBelow.CellResponse, gids: [pyramid], sections: ["soma", "apical_tuft"]),
        Plots.Voltages(firedAbove.CellResponse, gids: [pyramid], sections: ["soma", "apical_tuft"]))));

// %% [markdown]
// A spike makes more than a hundred times the dipole of the weak push: 3100 fAm against 21. Follow it through the cell. After the proximal push, each spike begins at the soma and reaches the tuft 2 ms later: the dipole goes up, then down. After the distal push, the first two spikes begin in the tuft: down, then up. The third one begins at the soma again, and so its dipole goes *up* first, although the input came from above. The sign of a dipole tells where current comes from, which is not always where the input was.

// %% [markdown]
// ## 7. From one cell to what MEG sees
//
// A response that MEG measures has some 10 to 100 nAm; the firing cell above makes 0.003 nAm (1 nAm is a million fAm), for a moment. So many cells are needed, and they must work **in step**. Here the 200 pyramidal cells of a column, without their connections, each get one strong distal push, once all within a few milliseconds, then more and more spread in time:

// %% many
report.Cell("many");
Dipole PushedApart(double sigma)
{
    var column = Network.Jones2009();
    column.ClearLocalConnections();
    column.AddEvokedDrive(
        "push", mu: 80, sigma, spikeCount: 1, "distal", spaceConstant: 100,
        ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 0.005, ["L5_pyramidal"] = 0.005 });
    return column.Simulate(stopTime: 150).Dipoles[0];
}

var inStep = PushedApart(1);
display(Plots.Dipoles(("σ = 1 ms", inStep), ("σ = 5 ms", PushedApart(5)), ("σ = 20 ms", PushedApart(20))));

// %% [markdown]
// Every cell gets the same push, only not at the same time, and the peak falls from 0.15 nAm to 0.02 and 0.01. Each cell's dipole goes down and up within a few milliseconds; out of step, the ups of some meet the downs of others. What is seen from outside is therefore not how *many* cells work, but how many work *together*.
//
// A measured response of some 50 nAm takes hundreds of such columns, and thousands where the cells are less in step. This is the meaning of the **scale factor**, 3000 in lessons 1 and 2.

// %% [markdown]
// The dipole keeps the layers apart. Basket cells have no dendrites and contribute nothing themselves; they act through the pyramidal cells. Here layer 5, with its higher cells, makes nearly all of the whole.

// %% layers
report.Cell("layers");
display(Plots.DipoleLayers(inStep));

// %% [markdown]
// ## 8. Its relatives
//
// Three variants are built in. `Network.Calcium()` has layer-5 pyramidal cells with other calcium dynamics ([Kohl et al., 2022](https://doi.org/10.1007/s10548-021-00838-0)), `Network.Law2021()` slower GABA_B inhibition and other connections ([Law et al., 2022](https://doi.org/10.1093/cercor/bhab221)); `Network.Neymotin2020()` is another name of the standard column. All hear the same drives of a touch here:

// %% models
report.Cell("models");
Dipole Touched(Network model)
{
    model.AddDefaultErpDrives();
    return model.Simulate(stopTime: 170).Dipoles[0].Scaled(3000).Smoothed(30);
}

display(Plots.Dipoles(
    ("Jones2009", Touched(Network.Jones2009())),
    ("Calcium", Touched(Network.Calcium())),
    ("Law2021", Touched(Network.Law2021()))));

// %% [markdown]
// The standard column gives the wave of lesson 2. With the other calcium dynamics the trough is twice as deep. In the third model the first volley makes a large upward wave, and the late peak is half as high. None of them is wrong: the drives were chosen for the standard column, and another model needs drives of its own. A drive that fits says something only together with the model it was fitted in.

// %% [markdown]
// ## Exercises
//
// 1. **Another cell.** Show `net.CellTypes["L2_basket"]`. Which sections can receive distal input, and why does the cell not contribute to the dipole?
// 2. **A channel that does little.** In section 3, take `"kca"` and then `"cat"` away. Compare the spikes with those of the cell that has all channels. Look up the density of `kca` in `large["soma"].Mechanisms["kca"]["gbar"]`.
// 3. **Inhibition has a sign, too.** In section 6, let the basket cell of layer 5 inhibit the pyramidal cell, as in section 4, once at `"soma"` and once at `"distal"` (`"gabaa"`, 0.025 µS). First say which way the dipole goes, then look.
// 4. **Height.** Shorten the dendrite of the layer-5 cell before the weak proximal push: `alone.ModifySection("L5_pyramidal", "apical_1", length: 340)`. How much of the dipole is left? (The simulation without a push needs the same change.)
// 5. **The other layer.** Push the pyramidal cell of layer 2/3 instead, and read `Dipoles[0]["L2"]`. How does its dipole compare with that of layer 5?
//
// ## What to remember
//
// - Two layers, two types of cells in each, sixteen groups of connections; what comes from outside is a drive.
// - Channels make the firing pattern; receptors make the time course; the place of the synapse makes the sign.
// - A dipole is current times length in pyramidal cells: up with excitation from below, down with excitation from above. It takes many cells, in step.

// %% end
report.Save();
