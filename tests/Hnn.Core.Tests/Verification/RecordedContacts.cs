using Hnn.Core.Networks;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>The contacts of a recorded network.</summary>
internal static class RecordedContacts
{
    // Weights and delays go through one exponential, whose last bit may differ from the reference's.
    private const double Tolerance = 1e-12;

    /// <summary>A network has them all, in order, with their weights and delays, and no others.</summary>
    /// <param name="folder">Name of the network's folder.</param>
    /// <param name="net">The network.</param>
    public static void AssertAreThoseOf(string folder, Network net)
    {
        var table = ReferenceData.Table($"networks/{folder}/connections.csv.gz");
        var pairs = table.Integers("connection_index").Zip(table.Integers("src_gid"), table.Integers("target_gid")).ToArray();
        var places = table.Text("sections").Zip(table.Text("receptor")).ToArray();
        var (weights, delays) = (table["weight"], table["delay"]);

        var row = 0;
        foreach (var (index, connection) in net.Connections.Index())
        {
            var sections = string.Join('|', net.CellTypes[connection.TargetType].Cell.SectionsAt(connection.Location));
            foreach (var (pair, (weight, delay)) in connection.Pairs.Zip(net.EffectiveSynapses(connection)))
            {
                Assert.Equal(pairs[row], (index, pair.Source, pair.Target));
                Assert.Equal<(string, string)>(places[row], (sections, connection.Receptor));
                Assert.Equal(weights[row], weight, Tolerance * weights[row]);
                Assert.Equal(delays[row], delay, Tolerance * delays[row]);
                row++;
            }
        }
        Assert.Equal(pairs.Length, row);
    }
}
