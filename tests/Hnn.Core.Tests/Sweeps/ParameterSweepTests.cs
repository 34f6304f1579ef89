using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Batches;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Core.Tests.Networks;
using Hnn.Testing;

namespace Hnn.Core.Tests.Sweeps;

public class ParameterSweepTests
{
    [Theory, InlineData(true), InlineData(false)]
    public void The_recorded_sweeps_are_repeated(bool allCombinations)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("optimise/batch.json");
        var weights = recorded.GetProperty("grid").EnumerateObject().Select(values => (values.Name, (IReadOnlyList<double>)values.Value.AsDoubles())).ToArray();
        var expected = recorded.GetProperty("summary_by_combinations").GetProperty(allCombinations ? "True" : "False").EnumerateArray().SelectMany(batch => batch.EnumerateArray()).ToArray();
        var sweep = new ParameterSweep(Columns.Small(), AddRecordedDrive)
        {
            Simulation = SimulationOptions.Default with { StopTime = recorded.GetProperty("tstop").GetDouble() },
            SmoothingWindow = recorded.GetProperty("smooth_window_len").GetDouble(),
            Summaries = { ["min_peak"] = result => result.Dipoles[0]["agg"].Min(), ["max_peak"] = result => result.Dipoles[0]["agg"].Max() },
            KeepResults = false,
        };

        var points = sweep.RunToEnd(allCombinations ? Grid.Product(weights) : Grid.Zip(weights));

        Assert.Equal(expected.Length, points.Length);
        foreach (var (point, values) in points.Zip(expected))
        {
            Assert.Equal(values.GetProperty("params").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetDouble())), point.Parameters);

            // Largest value 2e-3 nAm; the engines agree to rounding, here to 2e-17.
            Assert.Equal(values.GetProperty("min_peak").GetDouble(), point["min_peak"], 1e-13);
            Assert.Equal(values.GetProperty("max_peak").GetDouble(), point["max_peak"], 1e-13);
        }
    }

    [Fact]
    public void A_point_is_what_its_network_alone_gives()
    {
        var sweep = SmallSweep.With();

        var points = sweep.RunToEnd(SmallSweep.Points);

        var net = Columns.Small();
        SmallSweep.AddDrive(net, SmallSweep.Points[3]);
        var alone = net.Simulate(sweep.Simulation, cancellation: TestContext.Current.CancellationToken).Dipoles.Select(trial => trial.Scaled(3000).Smoothed(5)).ToArray();
        Assert.Equal(alone.Select(trial => trial["agg"]), points[3].Result!.Dipoles.Select(trial => trial["agg"]));
        Assert.Equal(alone.Average()["agg"].Max(), points[3]["peak"]);
        Assert.Equal([0, 1, 2, 3, 4, 5], points.Select(point => point.Index));
        Assert.Equal(SmallSweep.Points, points.Select(point => point.Parameters));
    }

    [Fact]
    public void Files_and_points_do_not_depend_on_the_number_of_threads()
    {
        using var folder = new TemporaryFolder();

        var one = SmallSweep.With(folder.PathOf("one"), threads: 1).RunToEnd(SmallSweep.Points);
        var four = SmallSweep.With(folder.PathOf("four"), threads: 4).RunToEnd(SmallSweep.Points);

        Assert.Equal(one.Select(point => (point["peak"], point["spikes"])), four.Select(point => (point["peak"], point["spikes"])));
        Assert.Equal(SmallSweep.Files(folder.PathOf("one")), SmallSweep.Files(folder.PathOf("four")));
        Assert.Equal(
            ["dipoles-000000-000003.parquet", "dipoles-000004-000005.parquet", "points-000000-000003.parquet", "points-000004-000005.parquet", "spikes-000000-000003.parquet", "spikes-000004-000005.parquet", "sweep.json"],
            SmallSweep.Files(folder.PathOf("one")).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failing_point_stays_with_its_message_and_stops_nothing()
    {
        using var folder = new TemporaryFolder();
        var sweep = SmallSweep.With(folder.PathOf(""), setParameters: (net, p) =>
        {
            if (p["mu"] == 7)
                throw new InvalidOperationException("Seven, \"again\".\nNo.");
            SmallSweep.AddDrive(net, p);
            if (p["mu"] == 9)
                net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1e300 });
        });

        var points = sweep.RunToEnd(SmallSweep.Points);

        Assert.Equal([null, null, "The closure that sets the parameters failed: Seven, \"again\".\nNo."], points[..3].Select(point => point.Fault));
        Assert.NotNull(points[4].Fault);
        Assert.True(double.IsNaN(points[2]["peak"]));
        Assert.Null(points[2].Result);
        Assert.Equal(points.Select(point => point.Fault), SweepStore.Open(folder.PathOf("")).Points.Select(point => point.Fault));
    }

    [Fact]
    public void A_failing_summary_makes_a_fault_of_its_point_only()
    {
        var sweep = SmallSweep.With();
        sweep.Summaries["first spike"] = result => result.CellResponse.Trials[0].TimesOf("evprox")[0] < 6 ? throw new ArgumentException("Too early.") : 1;

        var points = sweep.RunToEnd(SmallSweep.Points);

        Assert.Equal("The summary 'first spike' failed: Too early.", points[0].Fault);
        Assert.Contains(points, point => point.Fault is null && point["first spike"] == 1);
    }

    [Theory, InlineData(SweepFormat.Parquet), InlineData(SweepFormat.Csv)]
    public void A_cancelled_sweep_keeps_its_points_and_is_resumed_without_repeating_them(SweepFormat format)
    {
        using var folder = new TemporaryFolder();
        var whole = SmallSweep.With(folder.PathOf("whole"), format: format).RunToEnd(SmallSweep.Points);
        using var cancel = new CancellationTokenSource();
        var cancelled = Assert.Throws<SweepCanceledException>(() => SmallSweep.With(folder.PathOf("parts"), pointsPerFile: 2, format: format).Run(SmallSweep.Points, new SmallSweep.Told(told =>
        {
            if (told.Finished == 3)
                cancel.Cancel();
        }), cancel.Token));
        var simulated = new List<int>();

        var resumed = SmallSweep.With(folder.PathOf("parts"), 2, ExistingSweep.Resume, format).RunToEnd(SmallSweep.Points, told => simulated.Add(told.Finished));

        Assert.InRange(cancelled.Finished.Length, 3, 4);
        Assert.Equal(6 - cancelled.Finished.Length, simulated.Count);
        Assert.Equal(whole.Select(point => (point.Index, point.Parameters, point["peak"], point["spikes"])), resumed.Select(point => (point.Index, point.Parameters, point["peak"], point["spikes"])));
        var (first, second) = (SweepStore.Open(folder.PathOf("whole")), SweepStore.Open(folder.PathOf("parts")));
        Assert.True(second.IsComplete);
        Assert.Equal(first.Read(SweepOutputs.Dipoles).Numbers("agg"), second.Read(SweepOutputs.Dipoles).Numbers("agg"));
        Assert.Equal(first.Read(SweepOutputs.Spikes).Numbers("time"), second.Read(SweepOutputs.Spikes).Numbers("time"));
    }

    [Fact]
    public void A_stored_sweep_is_neither_overwritten_nor_mixed_with_another()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);
        var files = SmallSweep.Files(folder.PathOf(""));

        var refused = Assert.Throws<IOException>(() => SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points));
        var otherGrid = Assert.Throws<FileFault>(() => SmallSweep.With(folder.PathOf(""), ifExists: ExistingSweep.Resume).RunToEnd(Grid.Product(("mu", [5]), ("weight", [0.02]))));
        var otherDraws = SmallSweep.With(folder.PathOf(""), ifExists: ExistingSweep.Resume, firstTrial: 5);
        var otherTrials = Assert.Throws<FileFault>(() => otherDraws.RunToEnd(SmallSweep.Points));
        var otherClosure = Assert.Throws<FileFault>(() => SmallSweep.With(folder.PathOf(""), ifExists: ExistingSweep.Resume, setParameters: (_, _) => { }).RunToEnd(SmallSweep.Points));

        Assert.Contains("holds a sweep already", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Different: grid", otherGrid.Message, StringComparison.Ordinal);
        Assert.Contains("Different: first trial", otherTrials.Message, StringComparison.Ordinal);
        Assert.Contains("Different: network at the first point", otherClosure.Message, StringComparison.Ordinal);
        Assert.Equal(files, SmallSweep.Files(folder.PathOf("")));
    }

    [Fact]
    public void Replacing_a_sweep_leaves_other_files_alone()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf(""), pointsPerFile: 1).RunToEnd(SmallSweep.Points);
        File.WriteAllText(folder.PathOf("notes.csv"), "mine");

        SmallSweep.With(folder.PathOf(""), ifExists: ExistingSweep.Replace).RunToEnd(SmallSweep.Points);

        Assert.Equal("mine", File.ReadAllText(folder.PathOf("notes.csv")));
        Assert.Equal(8, SmallSweep.Files(folder.PathOf("")).Count);
    }

    [Fact]
    public async Task Points_come_one_by_one_and_leaving_the_loop_ends_the_sweep()
    {
        using var folder = new TemporaryFolder();
        var sweep = new ParameterSweep(Columns.Small(), SmallSweep.AddDrive) { Simulation = SimulationOptions.Default with { StopTime = 5 }, Evaluator = new OneByOne { StopsAfter = 2 }, PointsPerFile = 1, Folder = folder.PathOf("") };
        var seen = new List<int>();

        await foreach (var point in sweep.RunAsync(SmallSweep.Points, cancellation: TestContext.Current.CancellationToken))
        {
            seen.Add(point.Index);
            if (seen.Count == 2)
                break;
        }

        Assert.Equal([0, 1], seen);
        Assert.Equal([0, 1], SweepStore.Open(folder.PathOf("")).Points.Select(point => point.Index));
    }

    [Fact]
    public void Progress_tells_how_many_points_are_done_and_how_long_the_rest_will_take()
    {
        var told = new List<SweepProgress>();

        SmallSweep.With().RunToEnd(SmallSweep.Points, told.Add);

        Assert.Equal([1, 2, 3, 4, 5, 6], told.Select(progress => progress.Finished));
        Assert.All(told, progress => Assert.Equal(6, progress.Total));
        Assert.Equal(told[2].Elapsed, told[2].Remaining);
        Assert.Equal(1, told[5].Fraction);
        Assert.Equal(TimeSpan.Zero, told[5].Remaining);
    }

    [Fact]
    public void Results_that_are_not_kept_are_stored_all_the_same()
    {
        using var folder = new TemporaryFolder();
        var sweep = new ParameterSweep(Columns.Small(), SmallSweep.AddDrive) { Simulation = SimulationOptions.Default with { StopTime = 5 }, KeepResults = false, Folder = folder.PathOf("") };

        var points = sweep.RunToEnd(SmallSweep.Points);

        Assert.All(points, point => Assert.Null(point.Result));
        Assert.Equal(201, SweepStore.Open(folder.PathOf("")).Dipoles(5).Single().Times.Length);
    }

    [Fact]
    public void Another_evaluator_may_simulate()
    {
        var evaluator = new OneByOne();
        var sweep = new ParameterSweep(Columns.Small(), SmallSweep.AddDrive) { Simulation = SimulationOptions.Default with { StopTime = 5 }, Evaluator = evaluator, PointsPerFile = 4 };

        var points = sweep.RunToEnd(SmallSweep.Points);

        Assert.Equal([4, 2], evaluator.Batches);
        Assert.All(points, point => Assert.NotNull(point.Result));
    }

    [Fact]
    public void Settings_that_do_not_fit_are_reported_before_anything_is_simulated()
    {
        var grid = Grid.Product(("peak", [1]));

        Assert.Contains("'peak' stands for two columns", Assert.Throws<ArgumentException>(() => SmallSweep.With().RunToEnd(grid)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallSweep.With(pointsPerFile: 0).RunToEnd(SmallSweep.Points));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterSweep(Columns.Small(), SmallSweep.AddDrive) { SmoothingWindow = 500 }.RunToEnd(SmallSweep.Points));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterSweep(Columns.Small(), SmallSweep.AddDrive) { Simulation = SimulationOptions.Default with { Trials = 0 } }.RunToEnd(SmallSweep.Points));
    }

    private static void AddRecordedDrive(Network net, ParameterValues p) => net.AddEvokedDrive(
        "evprox", mu: 40, sigma: 5, spikeCount: 1, location: "proximal",
        ampaWeights: new Dictionary<string, double>
        {
            ["L2_basket"] = p["weight_basket"], ["L2_pyramidal"] = p["weight_pyr"], ["L5_basket"] = p["weight_basket"], ["L5_pyramidal"] = p["weight_pyr"],
        },
        delays: new Dictionary<string, double> { ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_basket"] = 1, ["L5_pyramidal"] = 1 });

    // Simulates one network after the other; after some batches, if asked, it waits to be cancelled.
    private sealed class OneByOne : IBatchEvaluator
    {
        public List<int> Batches { get; } = [];

        public int StopsAfter { get; init; } = int.MaxValue;

        public ImmutableArray<BatchOutcome> Evaluate(
            IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished = null, CancellationToken cancellation = default)
        {
            if (Batches.Count == StopsAfter)
            {
                cancellation.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
                cancellation.ThrowIfCancellationRequested();
            }

            Batches.Add(networks.Count);
            ImmutableArray<BatchOutcome> outcomes = [.. networks.Select(net => new BatchOutcome(net.Simulate(options), null, TimeSpan.Zero))];
            foreach (var (i, outcome) in outcomes.Index())
                finished?.Invoke(i, outcome);
            return outcomes;
        }
    }
}
