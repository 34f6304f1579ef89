using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>A network of a batch, made ready to run.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Plan">Options, trials, and how results are made.</param>
/// <param name="Model">The compiled network.</param>
/// <param name="Drives">Name of each drive, the gids of its cells, and a fingerprint of all it does: its contacts and its spikes in all trials.</param>
internal sealed record BatchNetwork(
    int Index, SimulationPlan Plan, CompiledModel Model, ImmutableArray<(string Name, GidRange Gids, string Fingerprint)> Drives)
{
    /// <summary>Whether trials of both networks can be in one run.</summary>
    public bool CanRunWith(BatchNetwork other) => Model.CanRunWith(other.Model) && Plan.Probes.SequenceEqual(other.Plan.Probes);

    public static BatchNetwork Prepare(int index, SimulationPlan plan, CompiledModel? like)
    {
        var model = CompiledModel.Compile(plan.Description, plan.Options.TimeStep, plan.Options.StopTime, like);
        var cells = plan.Description.CellCount;
        var drives = plan.GidRanges.Where(range => range.Value.Start >= cells && range.Value.Count > 0)
            .Select(range => (range.Key, range.Value, FingerprintOf(plan, range.Value)));
        return new BatchNetwork(index, plan, model, [.. drives]);
    }

    /// <summary>Spike times of a trial's drive cells, those of some drives left out.</summary>
    public TrialInput Input(int trial, Func<string, bool>? isKept = null)
    {
        var spikes = Plan.Trials[trial].DriveSpikes;
        if (isKept is not null)
        {
            var firstGid = Plan.Description.CellCount;
            var left = spikes.ToBuilder();
            foreach (var gid in Drives.Where(drive => !isKept(drive.Name)).SelectMany(drive => drive.Gids.Gids))
                left[gid - firstGid] = [];
            spikes = left.MoveToImmutable();
        }

        return new TrialInput(spikes) { Variant = Model };
    }

    /// <summary>Time in ms of the first spike of a trial of some drives; infinite if there is none.</summary>
    public double FirstSpike(int trial, Func<string, bool> ofDrive) =>
        Drives.Where(drive => ofDrive(drive.Name))
            .SelectMany(drive => drive.Gids.Gids)
            .SelectMany(gid => Plan.Trials[trial].DriveSpikes[gid - Plan.Description.CellCount])
            .DefaultIfEmpty(double.PositiveInfinity).Min();

    private static string FingerprintOf(SimulationPlan plan, GidRange gids)
    {
        using var fingerprint = new Fingerprint();
        fingerprint.Add(gids.Start);
        foreach (var projection in plan.Description.Projections.Where(projection => projection.Sources.Length > 0 && gids.Contains(projection.Sources[0])))
        {
            fingerprint.Add(string.Join(',', projection.Sections));
            fingerprint.Add(projection.Receptor);
            fingerprint.Add([projection.Weight, projection.Delay, projection.SpaceConstant]);
            fingerprint.Add(projection.Sources.AsSpan());
            fingerprint.Add(projection.Targets.AsSpan());
        }

        foreach (var trial in plan.Trials)
        {
            foreach (var gid in gids.Gids)
                fingerprint.Add(trial.DriveSpikes[gid - plan.Description.CellCount].AsSpan());
        }

        return fingerprint.ToString();
    }
}
