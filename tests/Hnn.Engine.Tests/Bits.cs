using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests;

/// <summary>Equality to the last bit, which also tells -0 from 0.</summary>
internal static class Bits
{
    public static void Same(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToUInt64Bits), actual.Select(BitConverter.DoubleToUInt64Bits));

    /// <summary>All that two trials recorded.</summary>
    public static void Same(Recording expected, Recording actual)
    {
        Same(expected.Times, actual.Times);
        Assert.Equal(expected.Spikes, actual.Spikes);
        Assert.Equal(expected.Dipoles.Keys, actual.Dipoles.Keys);
        foreach (var (population, samples) in expected.Dipoles)
            Same(samples, actual.Dipoles[population]);
        Assert.Equal((expected.Probes.Length, Contacts(expected)), (actual.Probes.Length, Contacts(actual)));
        foreach (var (samples, others) in expected.Probes.Zip(actual.Probes))
            Same(samples, others);
        foreach (var (samples, others) in expected.Potentials.SelectMany(array => array).Zip(actual.Potentials.SelectMany(array => array)))
            Same(samples, others);

        static int Contacts(Recording recording) => recording.Potentials.Sum(array => array.Length);
    }

    /// <summary>All that two runs recorded, trial by trial.</summary>
    public static void Same(IReadOnlyCollection<Recording> expected, IReadOnlyCollection<Recording> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
            Same(one, other);
    }
}
