using System.Collections.Immutable;
using Hnn.Core.Parameters;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Verification;

/// <summary>Recorded simulations of 3x3 networks, number by number, far below the tolerances asked of the library: what the oracle is trusted for.</summary>
public sealed class RecordedColumnTests
{
    // Parts of the column's largest magnitude. What is left is rounding; the largest seen is 4e-11, of a potential.
    private const double DipoleTolerance = 1e-10;
    private const double PotentialTolerance = 1e-10;
    private const double RecordingTolerance = 1e-10;

    public static MatrixTheoryData<EngineUnderTest, string> Cases { get; } = new(
        Engines.All,
        ["small_calcium", "small_custom_connectivity", "small_law_2021", "small_lfp", "small_mod_synapses", "small_record_all", "small_tonic"]);

    [Theory, MemberData(nameof(Cases))]
    public void A_recorded_simulation_is_repeated(EngineUnderTest engine, string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var settings = ReferenceData.Json($"sims/{name}/settings.json").GetProperty("settings");
        var plan = SimulationPlan.For(
            SettingsReplay.Network(settings, file => ParameterFile.Load(ReferenceData.PathOf($"params/{file}"))),
            new SimulationOptions
            {
                StopTime = settings.GetProperty("simulate").GetProperty("tstop").AsDouble(),
                Voltages = Recorded("vsec"),
                SynapticCurrents = Recorded("isec"),
                Calcium = Recorded("ca"),
            });

        var recording = engine.Run(plan.Job.Network, plan.Job.Trials[0], plan.Options.ForEngine(), plan.Job.Probes);

        SpikesAgree(ReferenceData.Table($"sims/{name}/spikes.csv.gz"), recording.Spikes);
        DipolesAgree(ReferenceData.Table($"sims/{name}/dipole_trial0.csv.gz"), plan.ResultOf([recording]).Dipoles[0]);
        foreach (var (array, potentials) in plan.Job.Network.ElectrodeArrays.Zip(recording.Potentials))
            PotentialsAgree(ReferenceData.Table($"sims/{name}/lfp_{array.Name}_trial0.csv.gz"), potentials, recording.Times[1]);
        foreach (var kind in plan.Job.Probes.Zip(recording.Probes).GroupBy(pair => FileOf(pair.First.Quantity)))
            ProbesAgree(ReferenceData.Table($"sims/{name}/{kind.Key}_trial0.csv.gz"), kind, recording.Times[1]);

        Record Recorded(string file) => File.Exists(ReferenceData.PathOf($"sims/{name}/{file}_trial0.csv.gz")) ? Record.All : Record.None;
    }

    private static void SpikesAgree(ReferenceTable recorded, ImmutableArray<Spike> actual) => Assert.Equal(
        recorded["time"].Zip(recorded.Integers("gid"), (time, gid) => new Spike(time, gid)).OrderBy(spike => spike.Time).ThenBy(spike => spike.Gid),
        actual);

    private static void DipolesAgree(ReferenceTable recorded, Dipole actual)
    {
        Assert.Equal(recorded["time"], actual.Times);
        foreach (var layer in new[] { "agg", "L2", "L5" })
            Assert.InRange(Closeness.RelativeToPeak(recorded[layer], actual[layer]), 0, DipoleTolerance);
    }

    private static void PotentialsAgree(ReferenceTable recorded, ImmutableArray<ImmutableArray<double>> actual, double timeStep)
    {
        foreach (var (contact, potential) in actual.Index())
            Assert.InRange(Closeness.RelativeToPeak(recorded[$"contact{contact}"], At(recorded, potential, timeStep)), 0, PotentialTolerance);
    }

    private static void ProbesAgree(ReferenceTable recorded, IEnumerable<(Probe Probe, ImmutableArray<double> Values)> actual, double timeStep)
    {
        var columns = actual.ToDictionary(pair => ColumnOf(pair.Probe), pair => pair.Values);
        foreach (var column in recorded.Columns.Where(column => column != "time"))
        {
            var (expected, values) = (recorded[column], At(recorded, columns[column], timeStep));
            // A synapse that never opens has no largest magnitude.
            if (expected.Any(value => value != 0))
                Assert.InRange(Closeness.RelativeToPeak(expected, values), 0, RecordingTolerance);
            else
                Assert.All(values, value => Assert.Equal(0, value));
        }
    }

    private static IEnumerable<double> At(ReferenceTable recorded, ImmutableArray<double> samples, double timeStep) =>
        recorded["time"].Select(time => samples[(int)Math.Round(time / timeStep)]);

    private static string ColumnOf(Probe probe) =>
        probe.Receptor is null ? $"{probe.Gid}:{probe.Section}" : $"{probe.Gid}:{probe.Section}_{probe.Receptor}";

    private static string FileOf(ProbeQuantity quantity) => quantity switch
    {
        ProbeQuantity.Voltage => "vsec",
        ProbeQuantity.Calcium => "ca",
        _ => "isec",
    };
}
