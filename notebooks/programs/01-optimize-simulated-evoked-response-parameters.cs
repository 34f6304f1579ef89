// The notebook 01-optimize-simulated-evoked-response-parameters.ipynb as a program, made by: hnn notebook export 01-optimize-simulated-evoked-response-parameters.ipynb -o 01-optimize-simulated-evoked-response-parameters.cs
// Run it: dotnet run 01-optimize-simulated-evoked-response-parameters.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Optimize simulated evoked response parameters
//
// When a finger is touched, the primary somatosensory cortex answers with a characteristic wave: an **evoked response**. From the fields that MEG and EEG measure outside the head, one estimates the *current dipole* behind it. In this lesson you simulate the cortical column that makes such a dipole, and let an optimiser find the synaptic drives that make the simulated wave resemble the measured one.
//
// You will
//
// 1. load a measured dipole,
// 2. build the column and give it a first set of drives,
// 3. simulate it and see how far the simulation is from the measurement,
// 4. say which parameters may change, and within which bounds,
// 5. let the optimiser change them, and look at what it found.
//
// The steps, the numbers and the names are those of the tutorial of the same title of [hnn-core](https://jonescompneurolab.github.io/hnn-core/), so you can read the two side by side. One simulation takes about a second here.

// %% [markdown]
// ## 1. Load the toolkit
//
// Run by `hnn notebook`, a lesson has the toolkit already, and the first line does nothing. In another .NET notebook it loads the package, for example from a folder that `#i "nuget:FOLDER"` names.

// %% load
using Hnn.Core.Datasets;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Interactive.Live;
using Hnn.Mpi;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 2. Load the measured dipole
//
// The data are an average over trials: the response of the primary somatosensory cortex to a touch well above the threshold of feeling ([Jones et al., 2007](https://doi.org/10.1523/JNEUROSCI.0482-07.2007)), in nanoampere-metres (nAm).
// `Dataset.S1SupraT` is looked up in the folder that the environment variable `HNN_DATA` names, else downloaded from the HNN project once. Where neither is possible, a made-up wave takes its place, and a warning says so.

// %% data
report.Cell("data");
var found = await Dataset.S1SupraT.FindAsync();
foreach (var warning in found.Warnings)
    Console.WriteLine(warning);

var target = found.Dipole;
var stopTime = target.Times[^1];
display(target);

// %% [markdown]
// Two deflections dominate: a deep trough at 75 ms and a broad peak at 142 ms; small, early ones come before them. Keep the late peak in mind, it will be our task.

// %% [markdown]
// ## 3. Build the column and its first drives
//
// `Network.Jones2009()` is the standard column: 100 pyramidal cells each in layers 2/3 and 5, with 35 basket cells beside each group ([Jones et al., 2009](https://doi.org/10.1152/jn.00535.2009)). It makes no signal by itself. What it needs are **drives**: trains of spikes that arrive from elsewhere.
//
// - A **proximal** drive arrives at the basal and oblique dendrites, as from the thalamus. It pushes current *up* the apical dendrites.
// - A **distal** drive arrives at the tufts, as from higher areas. It pushes current *down*.
//
// An evoked drive has many cells, and each of them sends one spike, at a time drawn from a normal distribution with mean `mu` and standard deviation `sigma`; a spike that would come before time 0 is left out. The first two drives are given. The third one, `evprox2`, is only a guess: weak, too early, too sharp.

// %% network
report.Cell("network");
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

var weakWeights = new Dictionary<string, double>
{
    ["L2_basket"] = 0.01, ["L2_pyramidal"] = 0.01, ["L5_basket"] = 0.01, ["L5_pyramidal"] = 0.01
};
var proximalDelays = new Dictionary<string, double>
{
    ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_basket"] = 1, ["L5_pyramidal"] = 1
};

net.AddEvokedDrive(
    "evprox2", mu: 80, sigma: 1, spikeCount: 1, location: "proximal",
    ampaWeights: weakWeights, nmdaWeights: weakWeights, delays: proximalDelays);

display(net);

// %% [markdown]
// Cells do not only hear the drives, they also hear each other. Here are the synapses by which the pyramidal cells of layer 2/3 excite each other. The synaptic weight falls with the distance. On a page with live charts (`hnn notebook run LESSON.ipynb --html PAGE.html`) you can choose a source cell, with a click on a row of the matrix or from the list, and see which cells it reaches and how strongly.

// %% connectivity
report.Cell("connectivity");
var excitation = net.FindConnections(from: "L2_pyramidal", to: "L2_pyramidal", receptor: "ampa").Single();
display(Plots.CellConnectivity(net, excitation, sourceGid: 79));

// %% [markdown]
// ## 4. Simulate, and compare with the measurement
//
// The column stands for a small patch of cortex. To compare it with a measured source, the dipole is multiplied by a **scale factor** (here 3000: so many columns in step) and smoothed with a window of 30 ms, because measured averages are smooth.
//
// Within the block of a `using (new MpiBackend(…))`, simulations run on several processes, the *ranks* of an MPI job: as many as this machine has processors, but at most the ten of the reference tutorial. If MPI is not installed, one sentence says so, and the threads of this process do the work. The results are the same, bit for bit; lesson 4 tells when it pays.

// %% simulate
report.Cell("simulate");
const double scaleFactor = 3000;
const double smoothingWindow = 30;
var processCount = Math.Min(10, Environment.ProcessorCount);

SimulationResult initialResult;
using (new MpiBackend(processes: processCount, launcher: "mpiexec"))
    initialResult = net.SimulateLive(SimulationOptions.Default with { StopTime = stopTime });

var initialDipole = initialResult.Dipoles[0].Scaled(scaleFactor).Smoothed(smoothingWindow);

Console.WriteLine($"RMSE {initialDipole.Rmse(target, 0, stopTime):F2}");

// %% initial-figure
report.Cell("initial-figure");
display(Figure.Rows(
    Plots.Dipoles(("measured", target), ("initial", initialDipole)),
    Plots.SpikeHistogram(initialResult.CellResponse, stopTime: stopTime)).WithSharedX());

// %% [markdown]
// The root-mean-square error (RMSE) is 45.55 nAm. The trough comes at the right time, but it is not deep enough, and the small early waves are missing: that is the part of the first two drives. After 90 ms the measured wave rises high, and the simulated one does not follow. A proximal drive *could* make it rise, but this one comes too early and is far too weak.

// %% [markdown]
// ## 5. Say what may change
//
// The optimiser needs two things:
//
// - **bounds** for each parameter it may change: eight synaptic weights of the second proximal drive (in µS), and when its spikes come;
// - a **function that sets** a given choice of parameters in a network. It gets a copy of the network we start from (without `evprox2`) and adds the drive.

// %% parameters
report.Cell("parameters");
void SetParameters(Network net, ParameterValues p)
{
    string[] types = ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal"];
    Dictionary<string, double> WeightsOf(string receptor) =>
        types.ToDictionary(type => type, type => p[$"evprox2_{receptor}_{type}"]);

    net.AddEvokedDrive(
        "evprox2", mu: p["evprox2_mu"], sigma: p["evprox2_sigma"], spikeCount: 1, location: "proximal",
        ampaWeights: WeightsOf("ampa"), nmdaWeights: WeightsOf("nmda"), delays: proximalDelays);
}

var constraints = new ParameterSpace
{
    ["evprox2_ampa_L2_basket"] = (0.01, 1),
    ["evprox2_ampa_L2_pyramidal"] = (0.01, 1),
    ["evprox2_ampa_L5_basket"] = (0.01, 1),
    ["evprox2_ampa_L5_pyramidal"] = (0.01, 1),
    ["evprox2_nmda_L2_basket"] = (0.01, 1),
    ["evprox2_nmda_L2_pyramidal"] = (0.01, 1),
    ["evprox2_nmda_L5_basket"] = (0.01, 1),
    ["evprox2_nmda_L5_pyramidal"] = (0.01, 1),
    ["evprox2_mu"] = (100, 120),
    ["evprox2_sigma"] = (2, 30),
};

// %% [markdown]
// ## 6. Let the optimiser work
//
// Each evaluation is a whole simulation. While the fit runs you see the measured wave, the last try and the best so far; if you stop the cell, the best so far is kept, and you run the cells below by hand. A hundred evaluations are enough to see what the method can do; the reference tutorial takes two hundred. At the end, the best and the first parameters are simulated again with eight sequences of spike times that the fit has not seen.

// %% fit
report.Cell("fit");
var initialNet = net.Clone();
initialNet.RemoveDrive("evprox2");

var optimizer = new Optimizer(initialNet, stopTime, constraints, SetParameters)
{
    MaxEvaluations = 100, Seed = 1
};
var options = FitOptions.Default with
{
    ScaleFactor = scaleFactor, SmoothingWindow = smoothingWindow, FreshCandidates = 1, FreshTrials = 8
};

FitResult fit;
using (new MpiBackend(processes: processCount, launcher: "mpiexec"))
    fit = await optimizer.FitLiveAsync(target, options);

display(fit);

// %% [markdown]
// ## 7. Look at what came out
//
// `fit.Network` is the column with the best drive. Simulated once more, it gives the third wave; below it, when the spikes of each drive come.

// %% optimised
report.Cell("optimised");
SimulationResult optimisedResult;
using (new MpiBackend(processes: processCount, launcher: "mpiexec"))
    optimisedResult = fit.Network.SimulateLive(SimulationOptions.Default with { StopTime = stopTime });

var optimisedDipole = optimisedResult.Dipoles[0].Scaled(scaleFactor).Smoothed(smoothingWindow);

var before = initialDipole.Rmse(target, 0, stopTime);
var after = optimisedDipole.Rmse(target, 0, stopTime);
var (early, late) = (optimisedDipole.Rmse(target, 0, 80), optimisedDipole.Rmse(target, 80, stopTime));
Console.WriteLine(
    $"RMSE {before:F2} before the fit, {fit.Initial!.Loss:F2} in the middle of the bounds, {after:F2} after the fit");
Console.WriteLine($"After the fit: RMSE {early:F2} in the first 80 ms, {late:F2} from then on");

// %% optimised-figure
report.Cell("optimised-figure");
display(Figure.Rows(
    Plots.Dipoles(("measured", target), ("initial", initialDipole), ("optimised", optimisedDipole)),
    Plots.SpikeHistogram(optimisedResult.CellResponse, stopTime: stopTime)).WithSharedX());

// %% convergence
report.Cell("convergence");
display(Plots.Convergence(fit));

// %% [markdown]
// The grey points are single evaluations, the line is the best so far. Compare the three numbers: the larger part of the gain, from 45.55 to 26.81, came from *you*, when you set bounds around a later and stronger drive, for the fit begins in their middle. The optimiser won the rest. Most of the error that is left lies before 80 ms, in the part that the two other drives make, and which this fit cannot touch.

// %% [markdown]
// ## 8. See the column work
//
// Where does the wave come from? Here a small column (9 pyramidal cells per layer) gets the same drives, and the voltage of every section of every cell is recorded. With fewer cells there are fewer connections between them, so it does not do exactly what the fitted column does; but it shows how a drive spreads. The picture is taken while the second proximal drive arrives; on a page with live charts, move the slider or press play. Yellow is depolarised. Proximal drives reach the cells from below, near the somata, the distal drive from above, at the tufts.

// %% voltage
report.Cell("voltage");
var small = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
foreach (var drive in fit.Network.Drives)
    small.AddDrive(drive with { CellCount = null });

var options3x3 = SimulationOptions.Default with { StopTime = stopTime, Voltages = Record.All };
var recorded = small.Simulate(options3x3);
var film = Plots.NetworkView(small, recorded.CellResponse);
film = film with { Frames = film.Frames! with { Shown = 75 } };
display(film);

// %% [markdown]
// ## Exercises
//
// 1. **Your hand against the optimiser.** In section 3, set `mu` of `evprox2` to 110 and all its weights to 0.5, and simulate again. How far do you get in three tries?
// 2. **Too little room.** Narrow the bounds of `evprox2_mu` to (100, 105) and fit again. What happens to the weights?
// 3. **Luck.** A single trial draws its spike times once. Simulate `fit.Network` with `Trials = 5` and look at the RMSE of each. Was the optimum a good set of parameters, or a good draw? Lesson 17, *How sure is this fit?*, goes on from there.
// 4. **Another method.** Set `Solver = "cma"` or `"bayesian"` in the optimiser and compare `Plots.Convergence(("auto", fit), ("cma", other))`.
//
// ## What to remember
//
// - A model fits a measurement *through its drives*: when they come, where they arrive, how strong they are.
// - Bounds are hypotheses. A parameter that ends at its bound says that the hypothesis was too narrow, or the parameter does not matter.
// - One good fit is one explanation, not the only one.

// %% end
report.Save();
