using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>One trial of the default network on a square mesh with the drives of the default parameters, 170 ms; run once per engine and mesh.</summary>
internal sealed record DefaultColumn(NetworkDescription Description, TrialInput Input, Recording Recording)
{
    private const double StopTime = 170;
    private static readonly ConcurrentDictionary<(EngineUnderTest Engine, int Side), Lazy<DefaultColumn>> _runs = new();

    /// <summary>What is recorded besides dipoles and spikes of the 3x3 mesh.</summary>
    public static ImmutableArray<Probe> Probes { get; } =
    [
        new(ProbeQuantity.Voltage, Gid: 0, "soma"),
        new(ProbeQuantity.Voltage, Gid: 3, "soma"),
        new(ProbeQuantity.Voltage, Gid: 15, "soma"),
        new(ProbeQuantity.Voltage, Gid: 15, "apical_tuft"),
        new(ProbeQuantity.Calcium, Gid: 15, "soma"),
    ];

    public static DefaultColumn On(EngineUnderTest engine, int side = 3) =>
        _runs.GetOrAdd((engine, side), _ => new Lazy<DefaultColumn>(() => RunOn(engine, side))).Value;

    /// <summary>What a probe recorded.</summary>
    public ImmutableArray<double> Of(ProbeQuantity quantity, int gid, string section) =>
        Recording.Probes[Probes.IndexOf(new Probe(quantity, gid, section))];

    /// <summary>Weight and delay of every contact, those without weight included.</summary>
    public IEnumerable<(double Weight, double Delay)> Contacts =>
        from projection in Description.Projections
        from pair in projection.Sources.Zip(projection.Targets)
        let contact = projection.Between(Description.Positions[pair.First], Description.Positions[pair.Second])
        from _ in projection.Sections
        select contact;

    private static DefaultColumn RunOn(EngineUnderTest engine, int side)
    {
        var net = Network.Jones2009(new NetworkOptions { Mesh = (side, side) });
        foreach (var drive in ParameterDrives.Drives(net.Parameters))
            net.AddDrive(drive with { EventSeed = drive.EventSeed + net.GidCount });
        var description = net.Describe(StopTime);
        var input = new TrialInput(
            [.. net.Drives.SelectMany(drive => DriveSampler.Sample(drive, net.TargetsOf(drive), net.GidCount, trial: 0, StopTime))]);
        return new DefaultColumn(description, input, engine.Run(description, input, new EngineOptions { StopTime = StopTime }, side == 3 ? Probes : []));
    }
}
