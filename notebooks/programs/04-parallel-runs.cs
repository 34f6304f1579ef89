// The notebook 04-parallel-runs.ipynb as a program, made by: hnn notebook export 04-parallel-runs.ipynb -o 04-parallel-runs.cs
// Run it: dotnet run 04-parallel-runs.cs [PAGE]
// It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
// Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
#:project ../../src/Hnn.Programs
#:property PublishAot=false

// %% [markdown]
// # Parallel runs
//
// A simulated column has thousands of equations, and a fit simulates it hundreds of times. Which of this work can be done at the same time, by whom, and what is gained? In this lesson you compute the same things in four ways:
//
// 1. by the **threads** of one process,
// 2. with the **trials** of a simulation shared out among several processes, the **ranks** of an MPI job,
// 3. with the **candidates** of a fit shared out among ranks,
// 4. with the **cells** of one network shared out among ranks.
//
// You will see that the results are the same to the last bit, and that the times are not; and you will be able to say beforehand when which way pays.
//
// MPI, the *message passing interface*, starts a program several times, on one machine or on many, and lets the copies send each other messages. It comes from your system, for example with Debian's package `openmpi-bin`. Where it is missing, one sentence says so in each block that asks for it, and threads do the work: the lesson runs all the same.

// %% load
using System.Diagnostics;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Interactive.Live;
using Hnn.Mpi;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Hnn.Plots;
using Hnn.Programs;
using static Hnn.Jupyter.Displays.NotebookFunctions;

var report = ProgramReport.Begin(args);

// %% [markdown]
// ## 1. Something to compute
//
// The standard column with the three drives of an evoked response, and one trial of it.

// %% work
report.Cell("work");
var net = Network.Jones2009();
net.AddDefaultErpDrives();

var single = SimulationOptions.Default with { StopTime = 170 };
var oneTrial = net.Simulate(single);
display(oneTrial.Dipoles[0].Scaled(3000).Smoothed(30));

// %% [markdown]
// Two ways of computing give the same result if *every bit* of every number agrees. `OutputHash` makes a fingerprint of all times, dipoles and spikes: if a single bit differs, it is another one. The next cell defines what the rest of the lesson uses: simulate, note the time it took, print the beginning of the fingerprint.

// %% hash
report.Cell("hash");
var times = new Dictionary<string, double>();

SimulationResult Timed(string way, Func<SimulationResult> simulate)
{
    var clock = Stopwatch.StartNew();
    var result = simulate();
    times[way] = clock.Elapsed.TotalSeconds;
    Console.WriteLine($"{way,-32}{OutputHash.Of(result)[..16]}");
    return result;
}

// %% [markdown]
// ## 2. Threads
//
// Six trials, first with one thread, then with one for each processor, which is the default. Trials do not hear of each other, so they can be simulated side by side; within a trial, threads share the cells.

// %% threads
report.Cell("threads");
var six = single with { Trials = 6 };

var trials = Timed("six trials, one thread", () => net.Simulate(six with { Threads = 1 }));
Timed("six trials, threads", () => net.Simulate(six));

display(Plots.DipoleTrials([.. trials.Dipoles.Select(trial => trial.Scaled(3000).Smoothed(30))]));

// %% [markdown]
// The same fingerprint. This is not a matter of course: `a + (b + c)` and `(a + b) + c` differ in their last bits on a computer, so a sum depends on who is done first, unless the order is fixed. Here it is: random numbers follow from trial, drive and cell, never from the thread that draws them, and sums are formed in one order.

// %% [markdown]
// ## 3. Trials over ranks
//
// Within the block of a `using (new MpiBackend(…))`, all simulations go to the ranks; after it, to the threads again. The block has to be within one cell. Each rank gets some trials, and who is done gets the next.

// %% trials
report.Cell("trials");
using (new MpiBackend(processes: 2, launcher: "mpiexec"))
{
    Timed("six trials, two ranks at first", () => net.Simulate(six));
    Timed("six trials, two ranks again", () => net.Simulate(six));
}

// %% [markdown]
// The first simulation of the block starts the ranks and sends them the network. They stay until the block ends, so the second finds them ready: only the drives' spike times are sent, and only dipoles and spikes come back.

// %% [markdown]
// ## 4. Candidates of a fit over ranks
//
// A fit asks for the losses of many sets of parameters. If it asks for several at once, they are like trials: each rank gets some. To have a truth to find, we take the average of the six trials for a measurement, and forget when the second proximal drive comes (`mu`) and how far its spikes are spread (`sigma`). The first nine candidates lie along the two coordinates through the middle of the bounds.

// %% candidates
report.Cell("candidates");
var target = trials.Dipoles.Average().Scaled(3000).Smoothed(30);
var space = new ParameterSpace { ["mu"] = (120, 170), ["sigma"] = (2, 20) };

void SetParameters(Network net, ParameterValues p) =>
    net.ChangeDrive<EvokedDrive>("evprox2", drive => drive with { Mu = p["mu"], Sigma = p["sigma"] });

var optimizer = new Optimizer(net, single.StopTime, space, SetParameters) { MaxEvaluations = 9 };
var options = FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 30, FreshTrials = 0 };

FitResult TimedFit(string way, Func<FitResult> fitting)
{
    var clock = Stopwatch.StartNew();
    var fit = fitting();
    times[way] = clock.Elapsed.TotalSeconds;
    Console.WriteLine($"{way,-32}loss {fit.Loss:R}");
    return fit;
}

TimedFit("nine candidates, threads", () => optimizer.Fit(target, options));

FitResult fit;
using (new MpiBackend(processes: 2, launcher: "mpiexec"))
    fit = TimedFit("nine candidates, two ranks", () => optimizer.FitLive(target, options));

// %% best
report.Cell("best");
display(fit);

// %% [markdown]
// The losses agree in all their digits, so the two fits have gone the same way. Not every method has as much to share: one that needs each loss before it asks for the next gives the ranks one candidate at a time, and then they share its cells, as follows. Methods with a *population*, such as `Solver = "cma"`, always ask for several.

// %% [markdown]
// ## 5. Cells over ranks
//
// What if there is only *one* trial? Then each rank takes some of the cells. But cells hear each other: a spike of one rank's cell must reach the cells of the others in time. What helps is that a spike travels. The shortest way from cell to cell in this column takes 1 ms; so the ranks can compute 1 ms by themselves, exchange their spikes, compute the next, 170 times in all, and no spike comes too late.

// %% cells
report.Cell("cells");
Timed("one trial, threads", () => net.Simulate(single));

SimulationResult shared;
using (new MpiBackend(processes: 2, launcher: "mpiexec"))
{
    Timed("one trial, two ranks at first", () => net.SimulateLive(single));
    shared = Timed("one trial, two ranks again", () => net.Simulate(single));
}

display(Plots.SpikeRaster(shared.CellResponse));

// %% [markdown]
// No spike has moved. After each millisecond all wait for the slowest, so the work must be dealt out evenly: pyramidal cells of layer 5 have more sections than basket cells, and count for more when cells are shared out.

// %% [markdown]
// ## 6. How the time divides
//
// These are the times of the machine on which this page was made. It may have been busy with other things, which makes bars of any height. Run the lesson on a machine that has nothing else to do, and you see yours.

// %% times
report.Cell("times");
Figure Bars(string title, params (string Label, string Way)[] bars)
{
    var trace = new HistogramTrace
    {
        Name = "Time", Color = Palette.Series(1), IsInLegend = false,
        Edges = [.. bars.SelectMany((_, index) => new[] { index - 0.3, index + 0.3 })],
        Counts = [.. bars.SelectMany(bar => new[] { times[bar.Way], 0 }).SkipLast(1)],
    };
    var names = new Axis("")
    {
        Min = -0.6, Max = bars.Length - 0.4,
        Ticks = [.. bars.Select((bar, index) => new Tick(index, bar.Label))],
    };
    var seconds = new Axis("Time", "s") { Min = 0 };
    var panel = new Panel { Title = title, X = names, Y = seconds, Traces = [trace] };
    return new Figure { Panels = [panel] };
}

display(Figure.Rows(
    Bars(
        "Six trials",
        ("one thread", "six trials, one thread"),
        ("threads", "six trials, threads"),
        ("two ranks at first", "six trials, two ranks at first"),
        ("two ranks again", "six trials, two ranks again")),
    Figure.Columns(
        Bars(
            "Nine candidates",
            ("threads", "nine candidates, threads"),
            ("ranks at first", "nine candidates, two ranks")),
        Bars(
            "One trial",
            ("threads", "one trial, threads"),
            ("ranks at first", "one trial, two ranks at first"),
            ("again", "one trial, two ranks again")))));

// %% [markdown]
// On a quiet machine with two processors, expect this. The six trials take about half the time of one thread, with threads as with ranks. The bars *at first* are higher by what the start of the ranks costs, a second or so: for one trial that is as long as the simulation itself. Ranks on the same machine have the same processors to share as threads have, and must start and send messages besides; they are not faster.
//
// How far can it go? What cannot be shared (the start, the compilation of the network, the last trial for which all others wait) sets the limit, whatever the number of processors (Amdahl's law):

// %% limit
report.Cell("limit");
LineTrace SpeedUp(string name, double alone, int color, LineStyle style)
{
    double[] processors = [1, 2, 4, 8, 16, 32, 64, 128];
    return new LineTrace
    {
        Name = name, Color = Palette.Series(color), Style = style,
        X = [.. processors], Y = [.. processors.Select(n => 1 / (alone + (1 - alone) / n))],
    };
}

var limit = new Panel
{
    X = new Axis("Processors") { IsLogarithmic = true },
    Y = new Axis("Times as fast") { IsLogarithmic = true },
    Traces =
    [
        SpeedUp("all can be shared", 0, 0, LineStyle.Solid),
        SpeedUp("1 % cannot", 0.01, 1, LineStyle.Dashed),
        SpeedUp("10 % cannot", 0.1, 2, LineStyle.Dotted),
    ],
};
display(new Figure { Panels = [limit] });

// %% [markdown]
// If only a tenth of the work cannot be shared, a hundred processors are hardly better than twenty, and none make it more than ten times as fast. Hence:
//
// | you have | take | because |
// |---|---|---|
// | one machine | threads, without any block | nothing to start, nothing to send |
// | many trials, or a sweep, and a cluster | trials over ranks | they need nothing from each other |
// | a fit and a cluster | candidates over ranks | as many at once as the method asks for |
// | one network too large for one machine's processors | cells over ranks | an exchange for each millisecond is little beside the work of thousands of cells |
//
// With `new MpiBackend(…)` you need not choose: several trials or candidates are shared out as such, and a single trial by its cells. `MpiOptions.Mode` lets you insist. On a cluster, the launcher is what its manual names, for example `launcher: "srun"`, and `MpiOptions.HostFile` names machines where no scheduler does.

// %% [markdown]
// ## 7. When something goes wrong
//
// - **Does MPI work here?** `hnn mpi check` in a terminal starts some ranks, and says what it found and what to do if something is missing.
// - **A rank dies**, because its machine fails or its memory is full. MPI then ends the whole job: the others would wait for it for ever. Here the job is started anew, once, and goes on with the trials that were not finished; those that were are kept. If a rank is lost again, there is an `MpiSimulationException` that names the rank and its host, with the last words of the launcher.
// - **You stop the cell.** The ranks stop within a moment, and nothing of theirs remains. Nothing else on the machine is touched.
// - **MPI must not be replaced by threads**, say on a cluster where that would take days: with `MpiOptions.Default with { RequiresMpi = true }` a missing MPI is an error.

// %% [markdown]
// ## Exercises
//
// 1. **More ranks.** Share the six trials out among 3 and among 6 ranks. What happens to the fingerprint, and what to the time, if there are more ranks than processors?
// 2. **The other way round.** Let `new MpiBackend(MpiOptions.Default with { Processes = 2, Mode = MpiMode.Cells })` simulate the six trials. Is it faster or slower than trials over ranks, and why?
// 3. **Your own limit.** Measure 1, 2, 4, 8 … trials with one thread and with all. From which number on does it pay? Which share of the work can, by Amdahl's law, not have been shared?
// 4. **A short way.** Set the delay of one connection between cells to 0.1 ms (`connection.Delay`). How often do ranks have to exchange spikes now? What do you expect of the time of cells over ranks, and what of trials over ranks?
//
// ## What to remember
//
// - Results do not depend on who computed them. If a fingerprint changes with the number of processors, something is wrong.
// - Share out what needs nothing from the rest: trials and candidates before cells.
// - Threads on one machine; ranks when there are more machines.

// %% end
report.Save();
