// The notebook 06-gamma-rhythms.ipynb as a program, made by: hnn notebook export 06-gamma-rhythms.ipynb -o 06-gamma-rhythms.cs
// Run it: dotnet run 06-gamma-rhythms.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Gamma rhythms
//
// Alpha and beta (lesson 5) could be made without a single spike of the column. **Gamma** (30–80 Hz) is usually another matter: here the cells *fire*, and the rhythm is a conversation between excitatory and inhibitory cells. In this lesson you make two kinds of it, and a third that only looks like it ([Lee and Jones, 2013](https://doi.org/10.3389/fnhum.2013.00869)).
//
// After it you can
//
// - explain **PING**, the pyramidal-interneuron gamma, from a raster of spikes,
// - tell *weak* from *strong* PING, by who fires how often and by the waveform,
// - say what sets the frequency, and test it,
// - name what in a waveform and a spectrum speaks for or against firing cells.

// %% load
using System.Collections.Immutable;
using System.IO;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Parameters;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. A loop of two
//
// The parameter set `GammaL5WeakL2Weak` of the HNN project reduces the column to what PING needs. These are its local connections (maximal synaptic weights in µS); all others are zero.

// %% loop
report.Cell("loop");
var parameters = ParameterSets.GammaL5WeakL2Weak;
foreach (var (key, value) in parameters.Matching("gbar_L*").Where(each => each.Value.Number > 0))
    Console.WriteLine($"{key,-28}{value.Number:0.#####}");

// %% [markdown]
// Within each layer pyramidal cells excite basket cells, basket cells inhibit pyramidal cells, and basket cells inhibit each other. The layers do not talk to each other, and pyramidal cells do not excite each other: this is not a cortex, it is a cortex with everything removed that one question does not need.
//
// **The loop:** pyramidal cells fire; they make the basket cells fire; these silence the pyramidal cells until the inhibition has worn off; and so on.

// %% [markdown]
// ## 2. Weak PING
//
// What makes the pyramidal cells fire is noise: a **Poisson drive** gives each of them its own train of spikes at random times, 140 per second in layer 2/3 and 40 stronger ones in layer 5. There is no rhythm in it. We simulate 250 ms of the whole column and look from 50 ms on, when it has settled.

// %% weak
report.Cell("weak");
const double stopTime = 250;
const double settled = 50;
ImmutableArray<double> frequencies = [.. Enumerable.Range(20, 81).Select(frequency => (double)frequency)];

var weakNet = Network.Jones2009(NetworkOptions.Default with { Parameters = parameters });
weakNet.AddPoissonDrive(
    "poisson", rates: new Dictionary<string, double> { ["L2_pyramidal"] = 140, ["L5_pyramidal"] = 40 }, location: "proximal",
    ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 0.0008, ["L5_pyramidal"] = 0.0075 },
    delays: new Dictionary<string, double> { ["L2_pyramidal"] = 0.1, ["L5_pyramidal"] = 1 }, eventSeed: 1349);

Dipole DipoleOf(SimulationResult result) => result.Dipoles[0].Scaled(3000);

Figure Overview(SimulationResult result) => Figure.Rows(
    Plots.SpikeHistogram(result.CellResponse, stopTime: stopTime),
    Plots.SpikeRaster(result.CellResponse),
    Plots.DipoleTrials([DipoleOf(result)], start: settled),
    Plots.TimeFrequency([DipoleOf(result)], frequencies, TimeFrequencyOptions.Default with { Start = settled })).WithSharedX();

var weak = weakNet.Simulate(stopTime);
display(Overview(weak));

// %% weak-rates
report.Cell("weak-rates");
void PrintRates(SimulationResult result)
{
    foreach (var (type, rate) in result.CellResponse.MeanRates(settled, stopTime).Where(each => result.CellResponse.CellTypes.Contains(each.Key)))
        Console.WriteLine($"{type,-14}{rate,6:F1} spikes per second and cell");
}

PrintRates(weak);
display(Plots.Psd([DipoleOf(weak)], maxFrequency: 120, start: settled, layers: ["agg", "L2", "L5"]));

// %% [markdown]
// From top to bottom: the drive is flat noise. In the raster both layers fire in volleys: a scattered crowd of pyramidal cells first, then, within two or three milliseconds, a sharp row of basket cells, then silence. The dipole goes up while the pyramidal cells are excited, and steeply down when the inhibition arrives at their somata. The spectrogram and the spectrum have their peak at 50 to 55 Hz, and nearly all of it comes from layer 5: its dendrites are longer.
//
// Now the rates. The population repeats itself some 53 times a second, but a pyramidal cell of layer 5 fires only 8 times: it takes part in one cycle of six or seven, and which one, the noise decides. Even the basket cells skip more than every second cycle. No cell has the rhythm, only the crowd has it. This is **weak** PING.

// %% [markdown]
// ## 3. Strong PING
//
// Now the pyramidal cells of layer 5 are made more excitable: a constant current of 6 nA flows into each soma (a **tonic bias**; think of neuromodulation). Nothing else changes.

// %% strong
report.Cell("strong");
var strongNet = weakNet.Clone();
strongNet.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 6 });

var strong = strongNet.Simulate(stopTime);
display(Overview(strong));

// %% strong-rates
report.Cell("strong-rates");
PrintRates(strong);
display(Figure.Columns(
    Plots.Psd([DipoleOf(weak)], maxFrequency: 120, start: settled),
    Plots.Psd([DipoleOf(strong)], maxFrequency: 120, start: settled)));

// %% [markdown]
// Now nearly every pyramidal cell of layer 5 fires in every cycle, in step with the others, and so does every basket cell: 45 spikes per second each, and a rhythm of 45 Hz. This is **strong** PING. The dipole is more than ten times as large, as a hundred cells now push together. Layer 2/3 does not notice anything: its rates are the same to the last digit, for the layers are not connected.
//
// The spectrum has a second peak at 90 Hz. It is no second rhythm: it is the *shape* of the wave. What repeats itself 45 times a second and is not a sine has power at 90, 135 … Hz, too (its **harmonics**).

// %% [markdown]
// ## 4. What sets the frequency?
//
// If the story of the loop is true, the period is the time until the inhibition has worn off. So the **decay time** of the inhibitory (GABA-A) synapses onto the pyramidal cells of layer 5 must decide. It is 5 ms in the model; a sweep takes it from 2 to 7 ms. As each basket cell fires once per cycle, its rate is the frequency.

// %% period
report.Cell("period");
var sweep = new ParameterSweep(strongNet, (net, p) => net.SetSynapse("L5_pyramidal", "gabaa", "tau2", p["GABA-A decay (ms)"]))
{
    Simulation = SimulationOptions.Default with { StopTime = stopTime },
    Summaries = { ["L5 basket rate"] = result => result.CellResponse.MeanRates(settled, stopTime)["L5_basket"] },
};
display(Plots.Sweep(sweep.Run(Grid.Product(("GABA-A decay (ms)", [2.0, 3, 4, 5, 6, 7]))), "L5 basket rate", "Hz"));

// %% [markdown]
// The longer the inhibition lasts, the slower the rhythm: 62 Hz at 2 ms, 31 Hz at 7 ms. But the period is not proportional to the decay time: at 2 ms it is still 16 ms. The rest is the time that the current needs to bring the cells back to the threshold, and that the two synapses of the loop take.

// %% [markdown]
// ## 5. Break the loop
//
// A story about a loop must fail when the loop is cut. We take away the synapses from pyramidal to basket cells in layer 5 and leave everything else.

// %% broken
report.Cell("broken");
var brokenNet = strongNet.Clone();
foreach (var connection in brokenNet.FindConnections(from: "L5_pyramidal", to: "L5_basket"))
    connection.Gain = 0;

var broken = brokenNet.Simulate(stopTime);
PrintRates(broken);
display(Figure.Rows(Plots.SpikeRaster(broken.CellResponse), Plots.DipoleTrials([DipoleOf(broken)], start: settled)).WithSharedX());

// %% [markdown]
// The basket cells of layer 5 are silent, and its pyramidal cells fire 96 times a second, each at the pace that its own current sets. They still look synchronous, but only because they all began in the same state: nothing holds them together any more, the rows in the raster grow broader with every cycle, and the dipole has lost more than half of its size after 200 ms. What the loop does is therefore two things: it *slows* the cells down to 45 Hz, and it *keeps* them in step.

// %% [markdown]
// ## 6. Gamma without firing
//
// A spectrum with a peak at 50 Hz does not prove PING. As in lesson 5, a rhythm may simply be *brought in*: bursts at 50 Hz, first proximal and 5 ms later distal, so weak that no cell fires. (Hence eight cells per layer are enough, and stand for a hundred.)

// %% driven
report.Cell("driven");
var drivenNet = Network.Jones2009(NetworkOptions.Default with { Parameters = parameters, Mesh = (2, 4) });
foreach (var (name, location, start, seed) in new[] { ("gamma_prox", "proximal", 50, 1), ("gamma_dist", "distal", 55, 101) })
    drivenNet.AddBurstyDrive(
        name, burstRate: 50, location, ampaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = 4e-5 },
        start: start, burstStd: 2.5, spikesPerBurst: 1, cellCount: 10, delays: 1, eventSeed: seed);

var driven = drivenNet.Simulate(stopTime);
var drivenDipole = driven.Dipoles[0].Scaled(3000 * 100 / 8);
Console.WriteLine($"Fired: {string.Join(", ", driven.CellResponse.Trials[0].Types.Distinct())}");

// %% three
report.Cell("three");
Figure Waveform(Dipole dipole) => Plots.DipoleTrials([dipole], start: 150, stop: stopTime);
Figure Spectrum(Dipole dipole) => Plots.Psd([dipole], maxFrequency: 200, start: settled);
Figure Both(Dipole dipole) => Figure.Rows(Waveform(dipole), Spectrum(dipole));

display(Figure.Columns(Both(DipoleOf(weak)), Both(DipoleOf(strong)), Both(drivenDipole)));

// %% [markdown]
// From left to right: weak PING, strong PING, and the driven rhythm, each with its waveform over its spectrum (mind the different axes). All three have their peak near 50 Hz. What differs:
//
// - **Shape.** The driven wave is nearly a sine, and its spectrum has one peak. The spikes and the inhibition of PING cut sharp edges into the wave; strong PING has harmonics as far as we look, weak PING a broad one near 110 Hz.
// - **Size.** Strong PING is more than a hundred times as large as the driven rhythm, with the same number of columns assumed.
// - **Regularity.** Weak PING is never the same from cycle to cycle; the other two nearly are.

// %% [markdown]
// ## 7. A measured gamma
//
// The HNN project has one trial of a person who looks at a grating, as a source in the visual cortex (`gamma_1_trial.txt`, from the Pantazis lab at MIT; published in [Pantazis et al., 2018](https://www.sciencedirect.com/science/article/pii/S1053811917305906)). It is not part of this toolkit: where the file lies in the folder that `HNN_DATA` names it is shown, elsewhere the next cell says so and shows the weak PING of section 2 in its place.

// %% recorded
report.Cell("recorded");
var recording = Path.Combine(Environment.GetEnvironmentVariable("HNN_DATA") ?? "", "gamma_1_trial.txt");
if (!File.Exists(recording))
    Console.WriteLine("gamma_1_trial.txt is not at hand: what follows is our own simulation of weak PING, not a measurement.");
var measured = File.Exists(recording) ? Dipole.Load(recording) : DipoleOf(weak);

display(Figure.Rows(
    Plots.DipoleTrials([measured]),
    Plots.TimeFrequency([measured], frequencies),
    Plots.Psd([measured], maxFrequency: 120)).WithSharedX());

// %% recorded-peak
report.Cell("recorded-peak");
double PeakOf(Dipole dipole, double low, double high)
{
    var spectrum = dipole.Psd(start: settled);
    return spectrum.Frequencies.Zip(spectrum.Density).Where(each => each.First >= low && each.First <= high).MaxBy(each => each.Second).First;
}

foreach (var (name, dipole) in new[] { ("measured", measured), ("weak", DipoleOf(weak)), ("strong", DipoleOf(strong)), ("driven", drivenDipole) })
    Console.WriteLine($"{name,-10}{PeakOf(dipole, 30, 80),5:F0} Hz");

// %% [markdown]
// The measured trial (top) has gamma only now and then: the clearest spots are at 45 to 50 Hz, near 200 and 440 ms, and its spectrum has a peak at 46 Hz, besides a larger one in the alpha band. It is one trial, and noise is part of it. Its intermittent gamma, of no fixed shape, is more like weak PING than like the clockwork of the strong one; but with more jitter a driven rhythm comes and goes, too (exercise 4). To decide, one needs more trials and more than a spectrum; this is what Lee and Jones (2013) are about.

// %% [markdown]
// ## Exercises
//
// 1. **Both layers.** Take the Poisson drive away (`strongNet.RemoveDrive("poisson")`, on a clone) and give the pyramidal cells of layer 2/3 a bias of 4 nA besides the 6 nA in layer 5. Is layer 2/3 faster or slower than layer 5? Which of the two does the whole dipole show?
// 2. **Basket cells among themselves.** `SetGains(ii: 0)` on a clone of `weakNet` silences the synapses between basket cells. Compare the rasters: what were these synapses good for?
// 3. **More current.** Sweep the bias from 4 to 8 nA in place of the decay time. Does the inhibition alone set the frequency?
// 4. **A noisy conductor.** Raise `burstStd` of the driven gamma from 2.5 to 5 ms. Where in time is there still gamma?
// 5. **Weaker feedback.** Set the gain of section 5 to 0.1 in place of 0. Is the rhythm gone, slower or faster, and why?
//
// ## What to remember
//
// - PING: pyramidal cells fire, basket cells answer, all wait until the inhibition has worn off. The decay of the inhibition paces the loop; excitability helps to decide.
// - In weak PING the population keeps the rhythm while each pyramidal cell skips most cycles; in strong PING all fire in every cycle.
// - A peak at 50 Hz has several possible causes. The waveform and its harmonics, the size, and what happens when something is changed, tell more than the peak.

// %% end
report.Save();
