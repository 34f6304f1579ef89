using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Hnn.Engine.Runs;
using Hnn.Testing.Oracle;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Simulation;

public class SimulationPlanTests
{
    private static readonly SimulationOptions Short = SimulationOptions.Default with { StopTime = 0.05 };

    [Fact]
    public void The_dipole_is_corrected_for_the_baseline_summed_and_brought_to_nAm()
    {
        // Raw L2 and L5 of a 3x3 column at the first steps: numerics specification, section 11; nine cells per layer.
        var dipole = Run(Column(), Short).Dipoles[0];

        AssertMoment(6.019232949618e-03 - 9 * 0.0443, dipole["L2"][1]);
        AssertMoment(-5.509020135567e+02 + 9 * 49.0502, dipole["L5"][1]);
        AssertMoment(1.229497291174e-02 - 5.528954965255e+02 + 9 * (49.0502 - 0.0443), dipole["agg"][2]);
        Assert.Equal(["agg", "L2", "L5"], dipole.Layers);
    }

    [Fact]
    public void Without_correction_the_dipole_begins_at_zero()
    {
        var dipole = Run(Column(), Short with { SubtractBaseline = false }).Dipoles[0];

        Assert.Equal(0, dipole["agg"][0]);
        AssertMoment(6.019232949618e-03, dipole["L2"][1]);
    }

    [Fact]
    public void Recordings_are_found_under_cell_and_section()
    {
        // Somatic voltages of the 3x3 column at sample 1: numerics specification, section 11.
        var response = Run(Column(), Short with { Voltages = Record.Soma, SynapticCurrents = Record.Chosen((15, "soma")), Calcium = Record.All }).CellResponse;

        Assert.Equal(-71.97579791649764, response.Voltage(0, 15, "soma")[1], 1e-9);
        Assert.Equal(-71.45917469804417, response.Voltage(0, 3, "soma")[1], 1e-9);
        Assert.Equal(-64.97369927844281, response.Voltage(0, 0, "soma")[1], 1e-9);
        Assert.Equal(1.0000000137722913e-4, response.Calcium(0, 15, "soma")[1], 1e-15);
        Assert.Equal(0, response.SynapticCurrent(0, 15, "soma", "gabaa")[0]);
        Assert.Equal(3, response.Times.Length);
        Assert.Throws<KeyNotFoundException>(() => response.Calcium(0, 0, "soma"));
    }

    [Fact]
    public void Calcium_is_recorded_where_there_is_a_pool()
    {
        // Nine L5 pyramidal cells have one in each of their nine sections; all other cells have none.
        var probes = SimulationPlan.For(Column(), Short with { Calcium = Record.All }).Job.Probes;

        Assert.Equal(81, probes.Length);
    }

    [Theory]
    [InlineData(24, "soma")]
    [InlineData(0, "apical_tuft")]
    public void A_place_that_does_not_exist_is_refused(int gid, string section) =>
        Assert.Throws<ArgumentException>(() => SimulationPlan.For(Column(), Short with { Voltages = Record.Chosen((gid, section)) }));

    [Fact]
    public void A_place_without_a_calcium_pool_is_refused() =>
        Assert.Throws<ArgumentException>(() => SimulationPlan.For(Column(), Short with { Calcium = Record.Chosen((0, "soma")) }));

    [Fact]
    public void Spikes_of_drives_are_listed_under_the_drives_name()
    {
        var net = Column();
        net.AddSpikeTrainDrive("blinks", [[0.01, 0.03]], "proximal", ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 0.01 }, delays: 0.1);

        var spikes = Run(net, Short).CellResponse.Trials[0];

        Assert.Equal([0.01, 0.03], spikes.TimesOf("blinks"));
        Assert.Equal([24, 24], spikes.Gids);
    }

    [Fact]
    public void Potentials_keep_their_electrodes_and_trials()
    {
        var net = Column();
        net.AddElectrodeArray("shank", [new Point3(5, 5, 0), new Point3(5, 5, 500)]);

        var recording = Run(net, Short with { Trials = 2 }).Electrode("shank");

        Assert.Equal(2, recording.TrialCount);
        Assert.Equal(2, recording.Array.Contacts.Length);
        Assert.Equal([0.0, 0.0], recording.Voltages.Select(trial => trial[1][0]));
    }

    [Fact]
    public void Trials_differ_in_their_drives_spikes_alone()
    {
        var net = Column();
        net.AddDefaultErpDrives();

        var plan = SimulationPlan.For(net, SimulationOptions.Default with { Trials = 2 });

        Assert.Equal(2, plan.Job.Trials.Length);
        Assert.Equal(net.GidCount - net.CellCount, plan.Job.Trials[0].DriveSpikes.Length);
        Assert.NotEqual(plan.Job.Trials[0].DriveSpikes[0], plan.Job.Trials[1].DriveSpikes[0], (a, b) => a.SequenceEqual(b));
    }

    [Fact]
    public void A_network_at_rest_or_without_connections_is_worth_a_warning()
    {
        Assert.Equal(2, SimulationPlan.For(new Network(new NetworkOptions { Mesh = (1, 1) }), Short).Warnings.Length);
        Assert.Single(SimulationPlan.For(Column(), Short).Warnings);
    }

    [Fact]
    public void Provenance_names_seeds_options_version_and_model()
    {
        var net = Column();
        net.AddDefaultErpDrives();

        var provenance = SimulationPlan.For(net, Short).Provenance;

        Assert.Equal(net.Drives.Select(drive => drive.Name), provenance.Seeds.Select(seeds => seeds.Drive));
        Assert.Same(Short, provenance.Options);
        Assert.Equal(64, provenance.ModelHash.Length);
        Assert.StartsWith("0.", provenance.Version, StringComparison.Ordinal);
    }

    // 1e-11 of the raw moment, which is given with 13 digits; the oracle agrees with the specification to 1e-12.
    private static void AssertMoment(double femto, double nano) => Assert.Equal(femto, nano * 1e6, 1e-8);

    private static Network Column() => Network.Jones2009(new NetworkOptions { Mesh = (3, 3) });

    private static SimulationResult Run(Network net, SimulationOptions options)
    {
        var plan = SimulationPlan.For(net, options);
        return plan.ResultOf([.. plan.Job.Trials.Select(trial => OracleSimulator.Run(plan.Job.Network, trial, options.ForEngine(), plan.Job.Probes))]);
    }
}
