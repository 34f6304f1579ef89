using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps.Storage;

namespace Hnn.Core.Sweeps;

/// <summary>One run through a grid: points already stored are handed out, the others simulated file by file.</summary>
internal sealed class SweepRun
{
    private readonly ParameterSweep _sweep;
    private readonly Grid _grid;
    private readonly SweepFolder? _folder;
    private readonly SweepMeter _meter;
    private readonly IBatchEvaluator _evaluator;
    private readonly ImmutableArray<KeyValuePair<string, Func<SimulationResult, double>>> _summaries;

    /// <exception cref="IOException">The folder holds a sweep already.</exception>
    public SweepRun(ParameterSweep sweep, Grid grid, IProgress<SweepProgress>? progress)
    {
        (_sweep, _grid) = (sweep, grid);
        _folder = sweep.Folder is null ? null : SweepFolder.For(sweep, grid);
        _meter = new SweepMeter(progress, grid.Count, _folder?.Finished.Length ?? 0);
        _evaluator = sweep.Evaluator ?? new BatchEvaluator();
        _summaries = [.. sweep.Summaries];
    }

    /// <summary>All points in order, each as soon as it and those before it are there; after a cancellation those that were finished.</summary>
    public async IAsyncEnumerable<SweepPoint> PointsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateUnbounded<SweepPoint>(new UnboundedChannelOptions { SingleReader = true });
        var stored = new Queue<SweepPoint>(_folder?.Finished ?? []);
        var work = Task.Run(() => SimulateMissing(channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var point in channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                while (stored.TryPeek(out var earlier) && earlier.Index < point.Index)
                    yield return stored.Dequeue();
                yield return point;
            }

            foreach (var point in stored)
                yield return point;
            await work.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void SimulateMissing(ChannelWriter<SweepPoint> writer, CancellationToken cancellation)
    {
        try
        {
            _folder?.Begin();
            foreach (var indices in Enumerable.Range(0, _grid.Count).Except(_folder?.Finished.Select(point => point.Index) ?? []).Chunk(_sweep.PointsPerFile))
                SimulateFile(indices, writer, cancellation);
        }
        finally
        {
            writer.Complete();
        }
    }

    // Points are finished in any order. They are handed out in order, and stored with what they keep even if the rest is cancelled.
    private void SimulateFile(int[] indices, ChannelWriter<SweepPoint> writer, CancellationToken cancellation)
    {
        var finished = new SortedDictionary<int, SweepPoint>();
        var waiting = new Queue<int>(indices);
        try
        {
            var networks = new List<(int Index, Network Network)>();
            foreach (var index in indices)
            {
                cancellation.ThrowIfCancellationRequested();
                if (TryMake(index, out var network) is { } fault)
                    Take(Failed(index, fault));
                else
                    networks.Add((index, network!));
            }

            _evaluator.Evaluate([.. networks.Select(each => each.Network)], _sweep.Simulation, (i, outcome) => Take(PointOf(networks[i].Index, outcome)), cancellation);
        }
        finally
        {
            foreach (var index in waiting.Where(finished.ContainsKey))
                HandOut(finished[index]);
            _folder?.Write(finished.Values);
        }

        void Take(SweepPoint point)
        {
            finished.Add(point.Index, point);
            _meter.Count(point);
            while (waiting.TryPeek(out var next) && finished.TryGetValue(next, out var ready))
            {
                HandOut(ready);
                waiting.Dequeue();
            }
        }

        void HandOut(SweepPoint point) => writer.TryWrite(_sweep.KeepResults ? point : point with { Result = null });
    }

    private string? TryMake(int index, out Network? network)
    {
        network = _sweep.Network.Clone();
        try
        {
            _sweep.SetParameters(network, _grid[index]);
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"The closure that sets the parameters failed: {fault.Message}";
        }
    }

    private SweepPoint PointOf(int index, BatchOutcome outcome)
    {
        if (outcome.Result is not { } raw)
            return Failed(index, outcome.Fault?.Message ?? "The simulation failed without a message.");
        var result = raw with { Dipoles = raw.Dipoles.ScaledAndSmoothed(_sweep.ScaleFactor, _sweep.SmoothingWindow) };
        var summaries = new OrderedDictionary<string, double>();
        foreach (var (name, summary) in _summaries)
        {
            try
            {
                summaries[name] = summary(result);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                return Failed(index, $"The summary '{name}' failed: {fault.Message}");
            }
        }

        var isNeeded = _sweep.KeepResults || _folder is not null && _sweep.Outputs != SweepOutputs.None;
        return new SweepPoint(index, _grid[index], summaries, Fault: null, isNeeded ? result : null);
    }

    private SweepPoint Failed(int index, string fault) =>
        new(index, _grid[index], new OrderedDictionary<string, double>(_summaries.Select(summary => KeyValuePair.Create(summary.Key, double.NaN))), fault, Result: null);
}
