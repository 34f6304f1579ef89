using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>The default network on its own 10x10 mesh, number by number. Expected values are NEURON's (numerics, section 11), so a clone alone proves the column.</summary>
public sealed class LargeColumnTests
{
    // Largest moments of the recording in fAm; the numbers below have 13 digits, and the difference from NEURON over 170 ms is 3e-13 of the peak.
    private const double PeakL2 = 2e4;
    private const double PeakL5 = 4e4;
    private const double DipoleTolerance = 1e-11;

    private static DefaultColumn Column => DefaultColumn.On(EngineUnderTest.Library, side: 10);

    [Fact]
    public void The_drives_spike_when_they_should()
    {
        var drives = Column.Input.DriveSpikes;

        Assert.Equal(65.49938871395071, drives[0][0]);
        Assert.Equal(66.80152921072207, drives[1][0]);
        Assert.Equal(140.20235811507948, drives[1044 - 270][0]);
    }

    [Fact]
    public void The_network_has_192365_contacts()
    {
        var contacts = Column.Contacts.ToArray();

        Assert.Equal(192365, contacts.Length);
        Assert.Equal(191025, contacts.Count(contact => contact.Weight > 0));
        Assert.Equal(144998, contacts.Count(contact => contact.Delay <= 170));
        // The sum is given to 11 digits.
        Assert.Equal(764.69577415, contacts.Sum(contact => contact.Weight), 1e-8);
    }

    [Fact]
    public void Dipole_moments_are_the_recorded_ones()
    {
        var dipoles = Column.Recording.Dipoles;

        // Sample, layer 2, layer 5; raw, in fAm.
        (int Sample, double L2, double L5)[] expected =
        [
            (0, 0, 0),
            (1, 6.688036610686e-02, -6.121133483964e+03),
            (2, 1.366108101305e-01, -6.143283294727e+03),
            (400, 4.774352591599e+00, -4.954119455176e+03),
            (1200, 9.023368337545e+03, -9.181849520228e+03),
            (2400, 1.033112485557e+01, -2.371764275786e+04),
            (4000, -9.178552507832e+02, -9.643144083149e+02),
            (5600, 1.264008324942e+04, 1.486742144019e+04),
            (6800, 4.138181050918e+03, 1.300114337816e+04),
        ];
        Assert.All(expected, row =>
        {
            Assert.Equal(row.L2, dipoles["L2_pyramidal"][row.Sample], PeakL2 * DipoleTolerance);
            Assert.Equal(row.L5, dipoles["L5_pyramidal"][row.Sample], PeakL5 * DipoleTolerance);
        });
    }

    [Fact]
    public void Each_population_spikes_as_often_as_recorded_and_the_first_spikes_are_the_recorded_ones()
    {
        var spikes = Column.Recording.Spikes;

        int Count(int start, int stop) => spikes.Count(spike => spike.Gid >= start && spike.Gid < stop);
        Assert.Equal([58, 98, 89, 384, 775], new[] { Count(0, 35), Count(35, 135), Count(135, 170), Count(170, 270), Count(270, 1045) });
        Assert.Equal(
            [new Spike(21.35000000009932, 88), new Spike(22.92500000009923, 65), new Spike(24.35000000009915, 13), new Spike(24.72500000009913, 158)],
            spikes.Where(spike => spike.Gid < 270).Take(4));
    }
}
