// The notebook 05-alpha-and-beta-rhythms.ipynb as a program, made by: hnn notebook export 05-alpha-and-beta-rhythms.ipynb -o 05-alpha-and-beta-rhythms.cs
// Run it: dotnet run 05-alpha-and-beta-rhythms.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Alpha and beta rhythms
//
// While nothing happens, the somatosensory cortex is not silent: it hums, at about 10 Hz (**alpha**, 7–14 Hz) and at about 20 Hz (**beta**, 15–29 Hz). Together they are the *mu rhythm*. In this lesson you make both with one and the same thing: bursts of weak input that arrive ten times a second, from below and from above ([Jones et al., 2009](https://doi.org/10.1152/jn.00535.2009)).
//
// After it you can
//
// - read a waveform, a spectrogram and a spectrum against each other,
// - say how the phase between two 10 Hz inputs decides between alpha and beta,
// - say what a **beta event** is, and which two bursts make one ([Sherman et al., 2016](https://doi.org/10.1073/pnas.1604135113)),
// - tell a rhythm that goes on all the time from events that only look so in an average.

// %% load
using System.Collections.Immutable;
using System.IO;
using Hnn.Core.Analysis;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. A column that does not fire
//
// The inputs of this lesson are so weak that no cell ever fires. The dipole then comes from the currents that flow along the dendrites, and nothing else. And as cells that do not fire do not talk to each other, eight of them do exactly what a hundred do: so we take a mesh of 2 by 4 in place of 10 by 10, multiply by 100/8 more, and save most of the time. (As soon as one cell fires, this is no longer true.)
//
// **The drive.** A *bursty* drive has ten cells. Each sends two spikes, 10 ms apart, around every full tenth of a second; how far around, is drawn from a normal distribution with the standard deviation `burstStd`. All pyramidal cells hear all ten.

// %% column
report.Cell("column");
var column = Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 4) });
const double scaleFactor = 3000 * 100 / 8;
const double stopTime = 710;

void AddRhythm(Network net, string location, double start = 50, double burstStd = 20, double weight = 4e-5) => net.AddBurstyDrive(
    $"alpha_{location[..4]}", burstRate: 10, location,
    ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = weight, ["L5_pyramidal"] = weight },
    start: start, burstStd: burstStd, spikesPerBurst: 2, spikeInterval: 10, cellCount: 10,
    delays: location == "proximal" ? 1 : 5, eventSeed: location == "proximal" ? 13 : 114);

// One sample per millisecond is enough for rhythms of 10 and 20 Hz.
List<Dipole> DipolesOf(SimulationResult result) => [.. result.Dipoles.Select(trial => trial.Scaled(scaleFactor).Decimated(10, 4))];

var proximal = column.Clone();
AddRhythm(proximal, "proximal");
var proximalResult = proximal.Simulate(stopTime);
display(proximalResult.CellResponse.Trials[0].Types.Distinct());

// %% [markdown]
// Only the drive's name is in the list of those who fired: the cells are silent. Here is what their dendrites do, below the spikes of the drive.

// %% proximal
report.Cell("proximal");
ImmutableArray<double> frequencies = [.. Enumerable.Range(6, 35).Select(frequency => (double)frequency)];
var fromOnset = TimeFrequencyOptions.Default with { Start = 40 };

Figure Overview(SimulationResult result)
{
    var trial = DipolesOf(result)[0];
    return Figure.Rows(
        Plots.SpikeHistogram(result.CellResponse, stopTime: stopTime, trials: [0], inverted: result.CellResponse.GidRanges.Keys.Where(name => name.EndsWith("dist"))),
        Plots.DipoleTrials([trial], start: 40),
        Plots.TimeFrequency([trial], frequencies, fromOnset)).WithSharedX();
}

display(Overview(proximalResult));

// %% [markdown]
// Each burst pushes current *up* the dendrites, and the dipole rises and comes back to zero: seven bumps in 0.7 s. The **spectrogram** below says the same in other words: for each time and each frequency, how much of that frequency there is (by [Morlet wavelets](https://doi.org/10.1152/jn.00535.2009) of seven cycles). One bright band at 10 Hz.
//
// The wavelet at 10 Hz is 0.7 s long; so the band is smooth although the bumps are not. What is sharp in frequency is blurred in time.

// %% [markdown]
// ## 2. The same from above
//
// The distal drive arrives at the tufts. Everything else is the same.

// %% distal
report.Cell("distal");
var distal = column.Clone();
AddRhythm(distal, "distal");
display(Overview(distal.Simulate(stopTime)));

// %% [markdown]
// The bumps point *down*, and the spectrogram has the same bright band: power knows no sign. From a spectrum alone nobody can tell the two apart; from the waveform everybody can.

// %% [markdown]
// ## 3. Both: in turn, or together
//
// Now both drives. In the first network the distal bursts come half a cycle (50 ms) after the proximal ones; in the second both come together. Ten trials each, that is, ten draws of the spike times.

// %% phase
report.Cell("phase");
const int trials = 10;

Network Both(double delay, double distalStd = 20)
{
    var net = column.Clone();
    AddRhythm(net, "proximal");
    AddRhythm(net, "distal", start: 50 + delay, burstStd: distalStd);
    return net;
}

var inTurn = Both(delay: 50).Simulate(stopTime, trials);
var together = Both(delay: 0).Simulate(stopTime, trials);
display(Figure.Columns(Overview(inTurn), Overview(together)));

// %% phase-psd
report.Cell("phase-psd");
display(Figure.Columns(
    Plots.Psd(DipolesOf(inTurn), maxFrequency: 40, start: 100),
    Plots.Psd(DipolesOf(together), maxFrequency: 40, start: 100)));

// %% [markdown]
// **In turn** (left): up, down, up, down: the two drives work together, and the wave swings around zero at 10 Hz: a pure alpha rhythm. **Together** (right): up and down meet and cancel, now better, now worse, as the spike times fall. What is left is much weaker (look at the axes: the peak of the spectrum is nine times lower) and more mixed: there is still alpha, and now there is beta beside it.

// %% [markdown]
// Between the two there is a whole range. A **sweep** over the delay, four trials each, shows how the power in the two bands follows it.

// %% sweep
report.Cell("sweep");
double BandPower(IEnumerable<Dipole> trials, double low, double high)
{
    var spectrum = trials.Psd(start: 100);
    return spectrum.Frequencies.Zip(spectrum.Density).Where(each => each.First >= low && each.First <= high).Sum(each => each.Second)
        * (spectrum.Frequencies[1] - spectrum.Frequencies[0]);
}

var sweep = new ParameterSweep(column, (net, p) =>
{
    AddRhythm(net, "proximal");
    AddRhythm(net, "distal", start: 50 + p["delay (ms)"]);
})
{
    Simulation = SimulationOptions.Default with { StopTime = stopTime, Trials = 4 }, ScaleFactor = scaleFactor,
    Summaries =
    {
        ["alpha power"] = result => BandPower(result.Dipoles, 7, 14),
        ["beta per alpha"] = result => BandPower(result.Dipoles, 15, 29) / BandPower(result.Dipoles, 7, 14),
    },
};
var points = sweep.Run(Grid.Product(("delay (ms)", [0.0, 10, 20, 30, 40, 50])));
display(Figure.Columns(Plots.Sweep(points, "alpha power", "nAm²"), Plots.Sweep(points, "beta per alpha")));

// %% [markdown]
// The nearer the two drives come to half a cycle, the stronger the alpha: seven times as strong as without a delay. The *beta* power (alpha power times the right curve) hardly changes, it lies between 0.36 and 0.52 nAm² all the way. So the phase does not switch the beta on; it takes away the alpha that hides it. Without a delay there is more beta than alpha, at 50 ms a fifth as much.

// %% [markdown]
// ## 4. A beta event
//
// Where does the beta come from, if no drive has more than 10 Hz? [Sherman et al. (2016)](https://doi.org/10.1073/pnas.1604135113) looked closely at single trials of people, monkeys and mice, and found that beta comes in **events**: short, with a waveform of their own. Their explanation takes one burst from each side: a *broad* proximal one, and in its midst a *sharp and strong* distal one. Let us make exactly one of each, at 200 ms, eight times.

// %% event
report.Cell("event");
var oneEvent = column.Clone();
oneEvent.AddBurstyDrive("broad_prox", burstRate: 1, "proximal", start: 200, stop: 250, burstStd: 25, cellCount: 10, delays: 1, eventSeed: 3,
    ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 4e-5, ["L5_pyramidal"] = 4e-5 });
oneEvent.AddBurstyDrive("sharp_dist", burstRate: 1, "distal", start: 200, stop: 250, burstStd: 8, cellCount: 10, delays: 5, eventSeed: 103,
    ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 6e-5, ["L5_pyramidal"] = 6e-5 });

var eventResult = oneEvent.Simulate(stopTime: 400, trials: 8);
display(Figure.Rows(
    Plots.SpikeHistogram(eventResult.CellResponse, stopTime: 400, inverted: ["sharp_dist"]),
    Plots.DipoleTrials(DipolesOf(eventResult), start: 40),
    Plots.TimeFrequency(DipolesOf(eventResult), [.. frequencies.Where(frequency => frequency >= 10)], fromOnset with { Cycles = [4] })).WithSharedX());

// %% [markdown]
// The broad burst lifts the dipole, the sharp one pulls it down for about 50 ms, then what is left of the broad burst lifts it again: a bump, a deep trough, a bump. From top to top it takes some 60 ms: one cycle of about 17 Hz, and the spectrogram (here with wavelets of four cycles, to see when it happens) shows one short spot at the lower edge of the beta band. There is no oscillator at this frequency anywhere. The period of the beta is *how long the distal burst lasts*.

// %% [markdown]
// ## 5. Events in a rhythm
//
// Back to the rhythm. We make the distal bursts sharper (10 in place of 20 ms), still ten times a second, and look at two of the trials, one by one, and then at all ten: on the left the mean of their powers, on the right the power of their mean.

// %% sharp
report.Cell("sharp");
var sharp = Both(delay: 0, distalStd: 10).Simulate(stopTime, trials);
var single = DipolesOf(sharp);
display(Figure.Columns([.. new[] { 0, 2 }.Select(trial => Figure.Rows(
    Plots.DipoleTrials([single[trial]], start: 40),
    Plots.TimeFrequency([single[trial]], frequencies, fromOnset)).WithSharedX())]));

// %% sharp-average
report.Cell("sharp-average");
display(Figure.Columns(
    Plots.TimeFrequency(single, frequencies, fromOnset),
    Plots.TimeFrequency([single.Average()], frequencies, fromOnset)));

// %% [markdown]
// In the single trials beta comes in spots that last 100 to 200 ms, each under a deep trough of the waveform, now here, now there, and alpha is hardly seen. The mean of the ten powers (left) has a band at 20 Hz from the first to the last millisecond. Nobody who sees only this picture would think of events: power is never negative, so spots at different times add up to a band and do not cancel. Jones et al. (2009) found the same in people: continuous in the average, intermittent in the trials.
//
// The power of the mean waveform (right) holds what is locked to the time of the trials. There is much of it here because the drives start at the same time in every trial; in ongoing activity nothing is locked, and the mean waveform would be flat. What the left picture has and the right one has not is called *induced*; here that is most of the alpha.

// %% [markdown]
// ## 6. Count them
//
// Events can be counted. As [Shin et al. (2017)](https://doi.org/10.7554/eLife.29086) do, we take the spots in the beta band of the single trials whose power is well above the median. Their factor is six; our trials are short and full of bursts, and we take four. The median is that of the trials with broad distal bursts (section 3), for both.

// %% count
report.Cell("count");
ImmutableArray<double> betaBand = [.. Enumerable.Range(15, 15).Select(frequency => (double)frequency)];
TimeFrequency BetaOf(Dipole trial) => trial.TimeFrequency(betaBand, TimeFrequencyOptions.Default with { Start = 100 });

var powers = DipolesOf(together).SelectMany(trial => BetaOf(trial).Power.SelectMany(row => row)).Order().ToArray();
var threshold = 4 * powers[powers.Length / 2];

// An event is a local maximum in time of the strongest frequency's power, above the threshold.
IEnumerable<double> EventTimes(Dipole trial)
{
    var beta = BetaOf(trial);
    double[] strongest = [.. Enumerable.Range(0, beta.Times.Length).Select(sample => beta.Power.Max(row => row[sample]))];
    return LocalMaxima.Find(strongest, prominence: threshold / 4).Where(top => strongest[top.Index] > threshold).Select(top => beta.Times[top.Index]);
}

foreach (var (name, result) in new[] { ("broad", together), ("sharp", sharp), ("in turn", inTurn) })
    Console.WriteLine($"{name,-8}{DipolesOf(result).Average(trial => EventTimes(trial).Count()):F1} events per trial");

// %% [markdown]
// Sharp distal bursts make nearly twice as many events as broad ones. In turn there are as many as together: that is the flat beta power of section 3 again.
//
//
// What do they look like, on average? We cut the waveform around the deepest point near each event, and lay the pieces over each other.

// %% align
report.Cell("align");
IEnumerable<Dipole> Pieces(Dipole trial)
{
    foreach (var time in EventTimes(trial).Where(time => time is > 200 and < 560))
    {
        var near = Enumerable.Range(0, trial.Times.Length).Where(sample => Math.Abs(trial.Times[sample] - time) < 50);
        var trough = near.MinBy(sample => trial["agg"][sample]);
        var shown = Enumerable.Range(-100, 201);
        yield return new Dipole([.. shown.Select(shift => (double)shift)], [.. shown.Select(shift => trial["agg"][trough + shift])]);
    }
}

display(Plots.DipoleTrials(single.SelectMany(Pieces)));

// %% [markdown]
// The mean is the event of section 4: a bump, a deep trough, a bump, some 40 ms from top to top. It was found without being told what to look for, except that it is strong and lies between 15 and 29 Hz. (The pieces are laid over each other at their deepest points, so *some* trough must be there. The bumps at its sides need not.)

// %% [markdown]
// ## 7. Compare with a recording
//
// The HNN project publishes a thousand seconds of ongoing activity of the somatosensory cortex of one person (`S1_ongoing.txt`: a column of times, and one for each trial; `Dipole.LoadTrials` reads it). Where the file lies in the folder that `HNN_DATA` names, the next cell shows its spectrum beside that of the simulation. It is not part of this toolkit, and it did not lie there when the outputs that you see were made: they show our own simulation alone.

// %% recorded
report.Cell("recorded");
var recording = Path.Combine(Environment.GetEnvironmentVariable("HNN_DATA") ?? "", "S1_ongoing.txt");
var simulated = Plots.Psd(single, minFrequency: 3, maxFrequency: 40, start: 100);

if (!File.Exists(recording))
    Console.WriteLine("S1_ongoing.txt is not at hand, so this is the spectrum of the simulation alone.");

display(File.Exists(recording)
    ? Figure.Columns(Plots.Psd(Dipole.LoadTrials(recording), minFrequency: 3, maxFrequency: 40), simulated)
    : simulated);

// %% [markdown]
// Two peaks, at 10 and at 20 Hz. Jones et al. (2009) find the peaks of the recorded rhythm in these two bands, too. Which of the two is higher, is what the delay, the sharpness and the weights of the drives decide: with broad distal bursts (section 3) it was alpha, with sharp ones it is beta.

// %% [markdown]
// ## Exercises
//
// 1. **From outside or inside?** Set the weight of the distal drive in `AddRhythm` to 4e-4, ten times as much, and simulate one trial. List who fires (`result.CellResponse.Trials[0].Types.Distinct()`) and look at the spectrogram up to 100 Hz. Why is the mesh of 2 by 4 no longer enough?
// 2. **The length of the trough.** Change `burstStd` of `sharp_dist` to 4 and to 15 ms. Where does the spot in the spectrogram go?
// 3. **Upside down.** Exchange the two drives of section 4: a broad distal burst (weight 4e-5) and a sharp proximal one (2e-5; a stronger one would make cells fire). Does the spot in the spectrogram look the same? Is the waveform? What would you look for in data to decide?
// 4. **Without jitter.** Give both rhythms `burstStd: 0`, a delay of 0 and the weight 1e-5 (spikes that come all together are strong enough). Draw the spectrum up to 100 Hz. Where are its peaks, and why there?
// 5. **A stricter count.** Use the factor six of Shin et al. in section 6. Which of the two conditions loses more of its events?
//
// ## What to remember
//
// - Weak bursts at 10 Hz from below and above, in turn, make alpha. Together they cancel most of the alpha, and beta shows; sharp distal bursts make it strong. No cell has to fire.
// - A beta event is one broad push up with a sharp pull down in its midst; the pull's length is the period of the beta.
// - Average power can make a chain of events look like a rhythm. Look at single trials, and at waveforms: power knows no sign.

// %% end
report.Save();
