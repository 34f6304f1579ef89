// The notebook 12-animate-the-column.ipynb as a program, made by: hnn notebook export 12-animate-the-column.ipynb -o 12-animate-the-column.cs
// Run it: dotnet run 12-animate-the-column.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Animate the column
//
// A dipole is what remains of a column when thousands of currents are added up. In this lesson you watch what it is the sum of: the voltage of every section of every cell, as a film, as a strip of stills, as curves and as one map over time and height.
//
// After it you can
//
// - record voltages in all sections of all cells,
// - make a film of a network at work, choose its times, colours and point of view, and save it for slides,
// - see where a volley of spikes enters the cells, and which way it runs,
// - connect what runs up and down the dendrites with what the dipole does.

// %% load
using System.Collections.Immutable;
using System.IO;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. The actors
//
// The column here is a small one, with 9 pyramidal and 3 basket cells per layer ([Jones et al., 2009](https://doi.org/10.1152/jn.00535.2009), has 100 and 35): it is quicker, and single cells can be seen. Each cell is made of **sections**. This is a pyramidal cell of layer 5, with the names that are used below; that of layer 2/3 lacks the part `apical_2` and is about a third as long. Basket cells are somata only.

// %% cells
report.Cell("cells");
var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
net.AddDefaultErpDrives();
display(Plots.Morphology(net, "L5_pyramidal"));

// %% [markdown]
// ## 2. Record everything
//
// The drives are those of the standard evoked response (lesson 2): proximal, distal, proximal. `Voltages = Record.All` records the voltage of every section at every time step. `Record.Soma` would be enough for spikes, and `Record.Chosen` picks single places; in a large column that saves memory.

// %% record
report.Cell("record");
var result = net.Simulate(SimulationOptions.Default with { StopTime = 170, Voltages = Record.All });
var response = result.CellResponse;
Console.WriteLine($"{response.Probes.Length} sections, {response.Times.Length} times each");

display(Figure.Rows(
    Plots.Dipoles(("dipole", result.Dipoles[0].Scaled(3000).Smoothed(10))),
    Plots.SpikeRaster(response, stopTime: 170),
    Plots.SpikeHistogram(response, stopTime: 170)).WithSharedX());

// %% [markdown]
// With so few cells there are few connections, and the wave is not that of lesson 2: the cells of layer 5 go on firing until 110 ms, and each of their volleys can be seen in the dipole. For this lesson that is no loss. What a single cell does when a drive reaches it is the same as there.

// %% [markdown]
// ## 3. The film
//
// `Plots.NetworkView` draws every section of every cell in space and colours it by its voltage: dark at rest, yellow during a spike. What you see here is one frame, that with the highest mean voltage. On a page with live charts (`hnn notebook run LESSON.ipynb --html PAGE.html`) there is a slider and a button that plays the film, and the column can be turned with the mouse.
//
// (In the model the cells stand 1 µm apart, so that all feel the same field; the film draws them 300 µm apart.)

// %% film
report.Cell("film");
display(Plots.NetworkView(net, response, frames: 120));

// %% [markdown]
// ## 4. Four stills
//
// A film is good for finding out where to look; on paper, stills are better. A view with one frame is a still. Its colours can be chosen, too: here from −80 to 0 mV, so that also small depolarisations are seen. One bar explains all four.

// %% strip
report.Cell("strip");
Figure Still(double time, bool hasBar = false)
{
    var colors = new ColorScale(new Axis("Voltage", "mV"), Colormap.Viridis, -80, 0) { HasBar = hasBar };
    var view = Plots.NetworkView(net, response, frames: 1, start: time, stop: time, colors: colors);
    Panel Bare(Panel panel) => panel with
    {
        Title = $"{time} ms", X = new Axis(""), Y = new Axis(""), Z = new Axis(""),
        Area = new Area(0, 0, Width: hasBar ? 1.5 : 1, Height: 1.2),
    };
    return new Figure { Panels = [.. view.Panels.Select(Bare)] };
}

display(Figure.Columns(Still(20), Still(27.5), Still(63), Still(66, hasBar: true)));

// %% [markdown]
// At 20 ms all cells are at rest. At 27.5 ms the first proximal volley is there: a cell of layer 5 (left) is bright from its basal dendrites to the middle of its trunk, and dark above. At 63 ms, in the distal volley, it is the other way round: only tufts and upper parts of trunks are bright. Three milliseconds later the brightness has arrived at the bottom of several cells.

// %% [markdown]
// ## 5. Which way does it run?
//
// Take one pyramidal cell of layer 5, and follow its trunk: soma, the middle, and the tuft at the top. Above the first proximal volley, below the distal one.

// %% curves
report.Cell("curves");
var cell = net.GidRanges["L5_pyramidal"].Gids.First();

Figure Curves(string title, double from, double to)
{
    var figure = Plots.Voltages(response, gids: [cell], sections: ["soma", "apical_1", "apical_2", "apical_tuft"]);
    return figure with { Panels = [.. figure.Panels.Select(panel => panel with { Title = title, X = panel.X with { Min = from, Max = to } })] };
}

display(Figure.Rows(Curves("first proximal volley", 15, 50), Curves("distal volley", 50, 85)));

// %% order
report.Cell("order");
string[] places = ["soma", "apical_1", "apical_2", "apical_tuft"];

// When does each place first rise above a voltage, from a time on?
void Order(string name, double from, double threshold)
{
    var first = places.Select(place => (Place: place, Voltage: response.Voltage(0, cell, place)))
        .Select(each => (each.Place, Time: response.Times.Zip(each.Voltage).First(sample => sample.First >= from && sample.Second > threshold).First))
        .OrderBy(each => each.Time);
    Console.WriteLine($"{name}: {string.Join(", ", first.Select(each => $"{each.Place} {each.Time:F1} ms"))}");
}

Order("Proximal, above −40 mV", 15, -40);
Order("Distal, above −40 mV", 55, -40);

// %% [markdown]
// The proximal volley makes the soma fire first, and the spike runs *up*: it is at the tuft 2.2 ms later. In the distal volley the tuft is first, and the spike runs *down*: it takes 3.7 ms to the soma. A second difference is seen at the tuft. After a spike from below it is soon at rest again; after the distal volley it stays near −30 mV for more than 20 ms.

// %% [markdown]
// ## 6. The film in one picture
//
// Put time on one axis and height on the other, and let the colour be the voltage at that height, averaged over the nine cells of a layer. Then a whole film is one map, and what runs along a dendrite is a slanted edge. Below it, the dipole of the same cells.

// %% map
report.Cell("map");
Figure HeightMap(string type)
{
    // The sections that stand upright, from the basal dendrite to the tuft, and the heights they cover.
    var upright = net.CellTypes[type].Cell.Sections.Where(section => section.EndPoints.Start.X == 0 && section.EndPoints.End.X == 0).ToList();
    double Low(string name) => upright.Where(s => s.Name == name).Select(s => Math.Min(s.EndPoints.Start.Z, s.EndPoints.End.Z)).Single();
    double High(string name) => upright.Where(s => s.Name == name).Select(s => Math.Max(s.EndPoints.Start.Z, s.EndPoints.End.Z)).Single();

    var samples = Enumerable.Range(0, 341).Select(k => 20 * k).ToList(); // every 0.5 ms
    ImmutableArray<double> Mean(string section)
    {
        var voltages = net.GidRanges[type].Gids.Select(gid => response.Voltage(0, gid, section)).ToList();
        return [.. samples.Select(sample => voltages.Average(voltage => voltage[sample]))];
    }

    var means = upright.ToDictionary(section => section.Name, section => Mean(section.Name));
    var heights = Enumerable.Range(0, 60).Select(k => -85 + (k + 0.5) * (High("apical_tuft") + 85) / 60).ToList();
    var map = new HeatmapTrace
    {
        Name = type, Color = Palette.Series(0),
        X = [.. samples.Select(sample => response.Times[sample])],
        Y = [.. heights],
        Values = [.. heights.Select(height => means[upright.First(s => height >= Low(s.Name) && height <= High(s.Name)).Name])],
        Scale = new ColorScale(new Axis("Voltage", "mV"), Colormap.Viridis, -80, 0),
    };
    return new Figure { Panels = [new Panel { Title = type, X = new Axis("Time", "ms") { Min = 0, Max = 170 }, Y = new Axis("Height above the soma", "µm"), Traces = [map] }] };
}

display(Figure.Rows(
    HeightMap("L2_pyramidal"),
    HeightMap("L5_pyramidal"),
    Plots.DipoleLayers(result.Dipoles[0].Scaled(3000).Smoothed(5))).WithSharedX());

// %% [markdown]
// In layer 5 you see both directions at one glance. At 30, 40 and 50 ms the edges lean to the right: what happens below happens later above. From the distal volley on they lean to the left. The tuft stays bright from 65 to about 90 ms, long after the volley is over, and several spikes start near the top and run down meanwhile.
//
// Now compare with the dipole. It is *positive* while the lower end of the cells is the brighter one, because then current flows up inside the dendrites, and *negative* while the upper end is. The clearest pair is at 94 ms (bright above: −15) and 98 ms (bright below: +18): one spike that runs down makes first a trough and then a peak. In layer 2/3, whose cells are a third as long, the edges are almost upright: a spike is everywhere nearly at once, and little dipole is left.

// %% [markdown]
// ## 7. A film for slides
//
// `Animation.SaveGif` writes the frames as a GIF, which every browser and every program for slides plays. Fewer frames, a shorter time and a smaller scale make a smaller file. The point of view is part of the panel: an azimuth, turning around the column, and an elevation. Here the film gets 60 frames around the distal volley, seen from the other side and from higher up.

// %% save
report.Cell("save");
var film = Plots.NetworkView(net, response, frames: 60, start: 50, stop: 80);
film = film with
{
    Panels = [.. film.Panels.Select(panel => panel with { View = new View(Azimuth: 30, Elevation: 25) })],
    Frames = film.Frames! with { Shown = 24 },
};

var folder = Directory.CreateTempSubdirectory("film").FullName;
Animation.SaveGif(Path.Combine(folder, "distal.gif"), film, framesPerSecond: 15, scale: 0.5);
Console.WriteLine($"{film.Frames.At.Length} frames, from {film.Frames.At[0]} to {film.Frames.At[^1]} ms: {film.Frames.At.Length / 15.0:F0} seconds");
Directory.Delete(folder, recursive: true); // leave out this line to keep the film

display(film);

// %% [markdown]
// The frame shown is one from the beginning of the distal volley, when the first spikes have just begun their way down.

// %% [markdown]
// ## Exercises
//
// 1. **Another moment.** The second proximal volley comes at about 137 ms. Make a strip of four stills around it. Which layer is first?
// 2. **Why does the tuft stay bright?** Silence the NMDA synapses of the distal drive, `foreach (var connection in net.FindConnections(from: "evdist1", receptor: "nmda")) connection.Gain = 0;`, simulate again and draw the map. What has become of the bright band?
// 3. **Without the distal drive.** `net.RemoveDrive("evdist1")`, and the map again. Which edges are left, and which way do they lean?
// 4. **Below the threshold.** Remove all drives (`net.ClearDrives()`), let one weak bursty drive reach the tufts (lesson 10), and choose colours from −75 to −60 mV. How far down does the depolarisation get?
// 5. **Other colours.** Draw a still with `Colormap.Inferno`, and one from −90 to −60 mV. What can you see now that you could not see before, and what not any more?
//
// ## What to remember
//
// - A film shows where to look; a still, a curve or a map proves what was seen.
// - Proximal input enters near the soma and runs up, distal input enters at the tuft; spikes then run along the whole dendrite.
// - The colours decide what is seen: a scale for spikes hides what is below the threshold.

// %% end
report.Save();
