using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const int MostGidTicks = 9;
    private const int MostNumbersInRow = 12;

    /// <summary>How strongly each source is connected with each target, the fall with distance included.</summary>
    /// <param name="net">The network.</param>
    /// <param name="connection">One of its connections.</param>
    /// <returns>A figure with one panel: a row for each cell of the source population, a column for each of the target's, weights in µS. Every
    /// contact of a pair has that weight; pairs that are not connected are empty. Small matrices have their numbers written in.</returns>
    /// <exception cref="ArgumentException">The connection is not one of the network's.</exception>
    public static Figure ConnectivityMatrix(Network net, Connection connection)
    {
        CheckConnection(net, connection);
        var weights = WeightsOf(net, connection);
        var isSmall = weights.Length <= MostNumbersInRow && weights[0].Length <= MostNumbersInRow;
        return new Figure { Panels = [MatrixPanel(net, connection, weights, WeightScale(weights), isSmall)] };
    }

    private static void CheckConnection(Network net, Connection connection)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(connection);
        if (!net.Connections.Contains(connection))
        {
            throw new ArgumentException(
                $"The connection '{connection}' is not in the network. It was removed, or belongs to another network. "
                + $"Take one of {nameof(Network)}.{nameof(Network.Connections)}.", nameof(connection));
        }
    }

    // Shape: [source][target], in the order of the populations' gids; NaN where there is no connection. A pair that is connected twice has the sum.
    private static double[][] WeightsOf(Network net, Connection connection)
    {
        var (sources, targets) = (net.GidRanges[connection.SourceType], net.GidRanges[connection.TargetType]);
        var weights = sources.Gids.Select(_ => Enumerable.Repeat(double.NaN, targets.Count).ToArray()).ToArray();
        foreach (var (pair, synapse) in connection.Pairs.Zip(net.EffectiveSynapses(connection)))
        {
            ref var weight = ref weights[pair.Source - sources.Start][pair.Target - targets.Start];
            weight = (double.IsNaN(weight) ? 0 : weight) + synapse.Weight;
        }

        return weights;
    }

    private static ColorScale WeightScale(double[][] weights)
    {
        var greatest = weights.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().Max();
        return new ColorScale(new Axis("Weight", "µS"), Colormap.Viridis, 0, greatest > 0 ? greatest : 1);
    }

    private static Panel MatrixPanel(Network net, Connection connection, double[][] weights, ColorScale scale, bool showsNumbers)
    {
        var (sources, targets) = (net.GidRanges[connection.SourceType], net.GidRanges[connection.TargetType]);
        return new Panel
        {
            Title = $"{connection.SourceType} → {connection.TargetType} ({connection.Location}, {connection.Receptor})",
            X = new Axis($"Target {connection.TargetType}", "gid") { Ticks = GidTicks(targets) },
            Y = new Axis($"Source {connection.SourceType}", "gid") { Ticks = GidTicks(sources) },
            Traces =
            [
                new HeatmapTrace
                {
                    Name = "Weight",
                    Color = Palette.Series(0),
                    X = [.. targets.Gids.Select(gid => (double)gid)],
                    Y = [.. sources.Gids.Select(gid => (double)gid)],
                    Values = [.. weights.Select(row => row.ToImmutableArray())],
                    Scale = scale,
                    ShowsNumbers = showsNumbers,
                },
            ],
        };
    }

    // At steps of 1, 2 or 5 times a power of ten, no more than there is room for.
    private static ImmutableArray<Tick> GidTicks(GidRange range)
    {
        var step = 1;
        for (var factor = 1; range.Count > MostGidTicks * step; factor++)
            step = (factor % 3) switch { 1 => 2, 2 => 5, _ => 10 } * (int)Math.Pow(10, (factor - 1) / 3);
        return [.. range.Gids.Where(gid => (gid - range.Start) % step == 0).Select(gid => new Tick(gid, gid.ToString(CultureInfo.InvariantCulture)))];
    }
}
