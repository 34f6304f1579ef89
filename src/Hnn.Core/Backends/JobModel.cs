using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Backends;

/// <summary>A job made ready to run.</summary>
/// <param name="Index">Its place among the jobs.</param>
/// <param name="Job">The job.</param>
/// <param name="Model">Its compiled network.</param>
/// <param name="Drives">The cells of each drive, and a fingerprint of all it does: its contacts and its spikes in all trials.</param>
internal sealed record JobModel(int Index, SimulationJob Job, CompiledModel Model, ImmutableArray<(DriveCells Cells, string Fingerprint)> Drives)
{
    /// <summary>Whether trials of both jobs can be in one run.</summary>
    public bool CanRunWith(JobModel other) =>
        Model.CanRunWith(other.Model) && Job.Options == other.Job.Options && Job.Probes.SequenceEqual(other.Job.Probes);

    /// <summary>Whether both have the same trials' number and connections between cells, so that they differ in drives only.</summary>
    public bool IsOnThePathOf(JobModel other) => Model.HasSameLocalContacts(other.Model) && Job.Trials.Length == other.Job.Trials.Length;

    public static JobModel Prepare(int index, SimulationJob job, CompiledModel? like)
    {
        var model = CompiledModel.Compile(job.Network, job.Options.TimeStep, job.Options.StopTime, like);
        return new JobModel(index, job, model, [.. job.Drives.Select(drive => (drive, FingerprintOf(job, drive)))]);
    }

    /// <summary>Spike times of a trial's drive cells, those of some drives left out.</summary>
    public TrialInput Input(int trial, Func<string, bool>? isKept = null)
    {
        var spikes = Job.Trials[trial].DriveSpikes;
        if (isKept is not null)
        {
            var firstGid = Job.Network.CellCount;
            var left = spikes.ToBuilder();
            foreach (var gid in Drives.Where(drive => !isKept(drive.Cells.Drive)).SelectMany(drive => drive.Cells.Gids.Gids))
                left[gid - firstGid] = [];
            spikes = left.MoveToImmutable();
        }

        return new TrialInput(spikes) { Variant = Model };
    }

    /// <summary>Time in ms of the first spike of a trial of some drives; infinite if there is none.</summary>
    public double FirstSpike(int trial, Func<string, bool> ofDrive) =>
        Drives.Where(drive => ofDrive(drive.Cells.Drive))
            .SelectMany(drive => drive.Cells.Gids.Gids)
            .SelectMany(gid => Job.Trials[trial].DriveSpikes[gid - Job.Network.CellCount])
            .DefaultIfEmpty(double.PositiveInfinity).Min();

    private static string FingerprintOf(SimulationJob job, DriveCells drive)
    {
        using var fingerprint = new Fingerprint();
        fingerprint.Add(drive.Gids.Start);
        foreach (var projection in job.Network.Projections.Where(projection => projection.Sources.Length > 0 && drive.Gids.Contains(projection.Sources[0])))
        {
            fingerprint.Add(string.Join(',', projection.Sections));
            fingerprint.Add(projection.Receptor);
            fingerprint.Add([projection.Weight, projection.Delay, projection.SpaceConstant]);
            fingerprint.Add(projection.Sources.AsSpan());
            fingerprint.Add(projection.Targets.AsSpan());
        }

        foreach (var trial in job.Trials)
        {
            foreach (var gid in drive.Gids.Gids)
                fingerprint.Add(trial.DriveSpikes[gid - job.Network.CellCount].AsSpan());
        }

        return fingerprint.ToString();
    }
}
