using System.Collections.Immutable;
using System.Reflection;
using Hnn.Core.Backends;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Engine.Runs;

namespace Hnn.Core.Simulation;

/// <summary>The job to simulate, and all that is needed afterwards to make results of what was recorded. Immutable; holds on to no network.</summary>
internal sealed record SimulationPlan
{
    /// <summary>The options, checked.</summary>
    public required SimulationOptions Options { get; init; }

    /// <summary>What is to be simulated.</summary>
    public required SimulationJob Job { get; init; }

    /// <summary>The gids of each cell type and drive, in order.</summary>
    public required IReadOnlyDictionary<string, GidRange> GidRanges { get; init; }

    /// <summary>Name of the dipole layer (<c>L2</c>, <c>L5</c>) of each population that contributes, in order.</summary>
    public required ImmutableArray<(string Population, string Layer)> DipoleLayers { get; init; }

    /// <summary>Where the results will come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What the user may not have meant.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Reads a network and draws its drives' spike times.</summary>
    /// <exception cref="NetworkException">The network cannot be simulated.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or a place to record does not exist.</exception>
    public static SimulationPlan For(Network net, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var description = net.Describe(options.StopTime);
        return new SimulationPlan
        {
            Options = options,
            Job = new SimulationJob
            {
                Network = description,
                Trials = DrawTrials(net, options),
                Probes = ProbeList.For(options, description),
                Options = options.ForEngine(),
                Drives = [.. net.Drives.Where(drive => drive.GidRange.Count > 0).Select(drive => new DriveCells(drive.Name, drive.GidRange))],
            },
            GidRanges = net.GidRanges,
            DipoleLayers = [.. net.CellTypes.Where(type => type.ContributesToDipole).Select(type => (type.Name, $"L{type.Layer}"))],
            Provenance = new Provenance(
                ModelHash.Of(description),
                options,
                [.. net.Drives.Select(drive => new DriveSeeds(drive.Name, drive.EventSeed, drive.ConnectionSeed))],
                LibraryVersion),
            Warnings = [.. WarningsFor(net)],
        };
    }

    /// <summary>Makes results of recordings.</summary>
    /// <param name="recordings">One per trial, in order; fewer if the run was cancelled.</param>
    public SimulationResult ResultOf(ImmutableArray<Recording> recordings)
    {
        var times = recordings[0].Times;
        return new SimulationResult
        {
            Dipoles = [.. recordings.Select(recording => DipoleAssembly.Of(recording, this))],
            CellResponse = new CellResponse(
                [.. recordings.Select(recording => SpikesOf(recording.Spikes))],
                GidRanges,
                [.. Job.Network.Populations.Select(population => population.Name)],
                Job.Probes.IsEmpty ? SectionRecordings.None : new SectionRecordings(times, Job.Probes, [.. recordings.Select(recording => recording.Probes)])),
            Electrodes =
            [
                .. Job.Network.ElectrodeArrays.Select((array, index) =>
                    new ElectrodeRecording(array, times, [.. recordings.Select(recording => recording.Potentials[index])])),
            ],
            Provenance = Provenance with { Options = Options with { Trials = recordings.Length } },
            Warnings = Warnings,
        };
    }

    private static string LibraryVersion =>
        typeof(SimulationPlan).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static ImmutableArray<TrialInput> DrawTrials(Network net, SimulationOptions options)
    {
        var silent = net.SilentDriveCells.ToHashSet();
        return [.. Enumerable.Range(options.FirstTrial, options.Trials).Select(trial => new TrialInput([.. net.Drives.SelectMany(drive => Draw(drive, trial))]))];

        IEnumerable<ImmutableArray<double>> Draw(Drive drive, int trial) =>
            DriveSampler.Sample(drive, net.TargetsOf(drive), net.GidCount, trial, options.StopTime)
                .Select((times, cell) => silent.Contains(drive.GidRange.Start + cell) ? [] : times);
    }

    private static IEnumerable<string> WarningsFor(Network net)
    {
        if (net.Connections.Count == 0)
            yield return "The network has no connections. Start from a preset such as Network.Jones2009() to have the column's.";
        if (net.Drives.Count == 0 && net.Biases.Count == 0)
            yield return "The network has neither drives nor biases, so it rests. Add some, for example with AddDefaultErpDrives().";
    }

    private SpikeTable SpikesOf(ImmutableArray<Spike> spikes)
    {
        var types = GidRanges.SelectMany(range => Enumerable.Repeat(range.Key, range.Value.Count)).ToArray();
        return new SpikeTable([.. spikes.Select(spike => spike.Time)], [.. spikes.Select(spike => spike.Gid)], [.. spikes.Select(spike => types[spike.Gid])]);
    }
}
