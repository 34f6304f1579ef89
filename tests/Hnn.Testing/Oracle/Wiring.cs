using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Testing.Oracle;

/// <summary>Makes the contacts of a network: weight and delay by distance, in the order of creation (sections 6.2, 6.3).</summary>
internal static class Wiring
{
    /// <summary>The contacts of each source. Shape: [gid][contact].</summary>
    public static List<Contact>[] Connect(NetworkDescription network, OracleCell[] cells)
    {
        var bySource = new List<Contact>[network.Positions.Length];
        for (var gid = 0; gid < bySource.Length; gid++)
            bySource[gid] = [];
        var index = 0;
        foreach (var projection in network.Projections)
        {
            foreach (var (source, target) in projection.Sources.Zip(projection.Targets))
            {
                var fall = FallOff(network.Positions[source], network.Positions[target], projection.SpaceConstant);
                foreach (var section in projection.Sections)
                {
                    var synapse = cells[target].SegmentAt(section, 0.5).Synapses[projection.Receptor];
                    bySource[source].Add(new Contact(
                        index++, source, synapse, projection.Weight * fall, projection.Delay / fall, synapse.NewContactState()));
                }
            }
        }

        return bySource;
    }

    private static double FallOff(Point3 source, Point3 target, double spaceConstant)
    {
        var (dx, dy) = (source.X - target.X, source.Y - target.Y);
        var distance = Math.Sqrt(dx * dx + dy * dy);
        return Math.Exp(-(distance * distance) / (spaceConstant * spaceConstant));
    }
}
