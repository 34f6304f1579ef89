using Hnn.Core.Analysis;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>The default network on a 3x3 mesh, number by number. Expected values are NEURON's (numerics, section 11), so a clone alone proves the column.</summary>
public sealed class DefaultColumnTests
{
    // Largest moments of the recording in fAm.
    private const double PeakL2 = 1.9e3;
    private const double PeakL5 = 8.5e3;

    // The oracle's difference from NEURON over 170 ms is 2e-10 mV in voltages and 1e-12 of the peak in dipoles.
    private const double VoltageTolerance = 1e-9;
    private const double DipoleTolerance = 1e-11;

    public static TheoryData<EngineUnderTest> AllEngines => [.. Engines.All];

    [Theory, MemberData(nameof(AllEngines))]
    public void The_drives_spike_when_they_should(EngineUnderTest engine)
    {
        var column = DefaultColumn.On(engine);

        Assert.Equal(64.28457386489076, column.Input.DriveSpikes[0][0]);
        Assert.Equal(68.47958084864429, column.Input.DriveSpikes[1][0]);
        Assert.Equal(143.31296528522626, column.Input.DriveSpikes[92 - 24][0]);
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void The_network_has_1701_contacts(EngineUnderTest engine)
    {
        var projections = DefaultColumn.On(engine).Description.Projections;

        Assert.Equal(1701, projections.Sum(projection => projection.Sources.Length * projection.Sections.Length));
        Assert.Equal(1581, projections.Where(projection => projection.Weight > 0).Sum(projection => projection.Sources.Length * projection.Sections.Length));
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void Dipole_moments_are_the_recorded_ones(EngineUnderTest engine)
    {
        var dipoles = DefaultColumn.On(engine).Recording.Dipoles;

        // Sample, layer 2, layer 5; raw, in fAm.
        (int Sample, double L2, double L5)[] expected =
        [
            (0, 0, 0),
            (1, 6.019232949618e-03, -5.509020135567e+02),
            (2, 1.229497291174e-02, -5.528954965255e+02),
            (400, 4.296917332439e-01, -4.458707509658e+02),
            (1200, -3.347607355858e+02, -2.060028481376e+02),
            (2400, 5.576841861342e+00, 1.530562841981e+03),
            (4000, 7.254048924257e+00, -1.743061301649e+03),
            (5600, 8.367125492054e+02, 2.285527652961e+03),
            (6800, 5.938906021817e+02, 6.708684960007e+02),
        ];
        Assert.All(expected, row =>
        {
            Assert.Equal(row.L2, dipoles["L2_pyramidal"][row.Sample], PeakL2 * DipoleTolerance);
            Assert.Equal(row.L5, dipoles["L5_pyramidal"][row.Sample], PeakL5 * DipoleTolerance);
        });
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void Each_population_spikes_as_often_as_recorded_and_the_first_spikes_are_the_recorded_ones(EngineUnderTest engine)
    {
        var column = DefaultColumn.On(engine);
        var spikes = column.Recording.Spikes;

        int Count(int start, int stop) => spikes.Count(spike => spike.Gid >= start && spike.Gid < stop);
        Assert.Equal([8, 36, 10, 73, 69], new[] { Count(0, 3), Count(3, 12), Count(12, 15), Count(15, 24), Count(24, 93) });
        Assert.Equal(
            [
                new Spike(23.4750000000992, 7), new Spike(24.100000000099165, 8), new Spike(24.250000000099156, 12),
                new Spike(24.325000000099152, 3), new Spike(24.850000000099122, 2),
            ],
            spikes.Where(spike => spike.Gid < column.Description.CellCount).Take(5));
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void Voltages_and_calcium_are_the_recorded_ones(EngineUnderTest engine)
    {
        var column = DefaultColumn.On(engine);

        Agree(column.Of(ProbeQuantity.Voltage, 15, "soma"), VoltageTolerance,
            (0, -72), (1, -71.97579791649764), (2, -71.95018103957025), (400, -72.15199545341794), (1200, -71.33812958360186));
        Agree(column.Of(ProbeQuantity.Voltage, 3, "soma"), VoltageTolerance,
            (0, -71.46), (1, -71.45917469804417), (2, -71.45862835383559), (400, -71.46406311955124), (1200, -78.1226729550569));
        Agree(column.Of(ProbeQuantity.Voltage, 0, "soma"), VoltageTolerance,
            (1, -64.97369927844281), (2, -64.97369857015178), (400, -64.97368214966656));
        Agree(column.Of(ProbeQuantity.Voltage, 15, "apical_tuft"), VoltageTolerance,
            (1, -67.28634675033123), (400, -67.6566068726164));
        // mM: 1e-10 of the resting concentration; the oracle differs from NEURON by 2e-14 at most.
        Agree(column.Of(ProbeQuantity.Calcium, 15, "soma"), 1e-14,
            (0, 1e-4), (1, 1.0000000137722913e-4), (400, 1.0000043693063541e-4), (1200, 1.0000074420323e-4));
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void Every_spike_and_every_sample_of_the_dipole_are_the_recorded_ones(EngineUnderTest engine)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recording = DefaultColumn.On(engine).Recording;
        var spikes = ReferenceData.Table("sims/small_default_params/spikes.csv.gz");
        var dipole = ReferenceData.Table("sims/small_default_params/dipole_trial0.csv.gz");

        Assert.Equal(
            spikes["time"].Zip(spikes.Integers("gid"), (time, gid) => new Spike(time, gid)).OrderBy(spike => spike.Time).ThenBy(spike => spike.Gid),
            recording.Spikes);
        Assert.Equal(dipole["time"], recording.Times);
        foreach (var layer in new[] { "L2", "L5" })
        {
            var corrected = DipoleBaseline.Subtract(layer, recording.Dipoles[$"{layer}_pyramidal"].AsSpan(), recording.Times.AsSpan(), pyramidalCells: 9);
            // From fAm, as the engine has it, to nAm, as it is recorded.
            Assert.InRange(Closeness.RelativeToPeak(dipole[layer], corrected.Select(moment => 1e-6 * moment)), 0, DipoleTolerance);
        }
    }

    private static void Agree(IReadOnlyList<double> actual, double tolerance, params (int Sample, double Value)[] expected) =>
        Assert.All(expected, row => Assert.Equal(row.Value, actual[row.Sample], tolerance));
}
