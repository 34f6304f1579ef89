using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Cli.Measuring;

/// <summary>Measures one row of the benchmark.</summary>
internal static class Benchmark
{
    private const double TimeStep = 0.025;

    /// <summary>Runs the column a few times and takes the medians.</summary>
    /// <param name="settings">What to measure.</param>
    /// <param name="clockGigahertz">Clock rate of the processor in GHz.</param>
    /// <param name="cancellation">Ends the measurement.</param>
    public static BenchmarkRow Measure(BenchmarkSettings settings, double clockGigahertz, CancellationToken cancellation)
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = settings.Mesh });
        net.AddDefaultErpDrives();
        var build = MedianTime.Of(settings.Runs, () => Compile(net, settings));
        var model = Compile(net, settings);
        ImmutableArray<TrialInput> trials = [Input(net, settings.StopTime)];

        Recording Run(int threads)
        {
            var options = new EngineOptions { TimeStep = TimeStep, StopTime = settings.StopTime, Threads = threads, CodePath = settings.CodePath };
            return Simulator.Run(model, trials, options, [], cancellation: cancellation)[0];
        }

        var recording = Run(threads: 1);
        var oneThread = MedianTime.Of(settings.Runs, () => Run(threads: 1));
        var allThreads = MedianTime.Of(settings.Runs, () => Run(threads: 0));
        var nanoseconds = oneThread.TotalNanoseconds / ((double)model.SegmentCount * (recording.Times.Length - 1));
        return new BenchmarkRow(
            string.Create(CultureInfo.InvariantCulture, $"{settings.Mesh.X}x{settings.Mesh.Y}"),
            settings.CodePath.ToString(),
            oneThread.TotalMilliseconds,
            allThreads.TotalMilliseconds,
            nanoseconds,
            nanoseconds * clockGigahertz,
            EventCount(model.Description, recording.Spikes, settings.StopTime) / oneThread.TotalSeconds,
            build.TotalMilliseconds,
            model.SegmentCount,
            recording.Spikes.Length);
    }

    private static CompiledModel Compile(Network net, BenchmarkSettings settings) =>
        CompiledModel.Compile(net.Describe(settings.StopTime), TimeStep, settings.StopTime);

    private static TrialInput Input(Network net, double stopTime)
    {
        var total = net.GidRanges.Values.Max(range => range.Stop);
        return new TrialInput([.. net.Drives.SelectMany(drive => DriveSampler.Sample(drive, net.TargetsOf(drive), total, trial: 0, stopTime))]);
    }

    // A spike is one event at each contact of its cell that has a weight and that it reaches before the end.
    private static long EventCount(NetworkDescription network, ImmutableArray<Spike> spikes, double stopTime)
    {
        var spikesOf = spikes.ToLookup(spike => spike.Gid, spike => spike.Time);
        return network.Projections.Sum(projection => projection.Sections.Length * projection.Sources.Zip(projection.Targets, (source, target) =>
        {
            var (weight, delay) = projection.Between(network.Positions[source], network.Positions[target]);
            return weight == 0 ? 0L : spikesOf[source].LongCount(time => time + delay <= stopTime);
        }).Sum());
    }
}
