using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>How strongly each drive acts on each cell type: the weight that a cell of the type receives from it on average, the fall with distance included.</summary>
    /// <param name="net">The network.</param>
    /// <param name="isRelative">Whether strengths are divided by the greatest, so that they end at 1. If not, they are in µS. Default: true.</param>
    /// <param name="isLogarithmic">Whether decimal logarithms are shown, as for strengths that differ by powers of ten. Default: false.</param>
    /// <param name="receptor">Counts only the synapses of this receptor, <c>ampa</c> or <c>nmda</c>. Default: all.</param>
    /// <returns>A figure with one panel: drives are rows, the first on top, cell types columns. Where a drive has no synapse or no weight the cell is empty.</returns>
    /// <exception cref="ArgumentException">The network has no drives, or none with that receptor.</exception>
    /// <remarks>Weights of all drive cells and receptors are summed and divided by the number of the type's cells; each section at the drive's
    /// place receives them. Unlike in hnn-core 0.6 delays are not added, and every receptor counts.</remarks>
    public static Figure DriveStrength(Network net, bool isRelative = true, bool isLogarithmic = false, string? receptor = null)
    {
        CheckDrives(net);
        var connections = ConnectionsOfDrives(net, receptor);
        var strengths = net.Drives.Names.Select(drive => net.CellTypes.Names.Select(type => StrengthOf(net, connections[(drive, type)])).ToArray()).ToArray();
        var greatest = strengths.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var shown = strengths.Select(row => row.Select(strength => Shown(isRelative ? strength / greatest : strength)).ToImmutableArray()).ToImmutableArray();
        var finite = shown.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty().ToArray();
        var quantity = isRelative ? "Strength relative to the greatest" : "Weight per cell";
        var axis = isLogarithmic ? new Axis($"{quantity}, log₁₀", isRelative ? "" : "µS") : new Axis(quantity, isRelative ? "" : "µS");
        return new Figure { Panels = [DrivePanel(net, shown, new ColorScale(axis, Colormap.Viridis, isLogarithmic ? finite.Min() : 0, finite.Max()))] };

        double Shown(double strength) => isLogarithmic ? Math.Log10(strength) : strength;
    }

    private static void CheckDrives(Network net)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (net.Drives.Count == 0)
            throw new ArgumentException($"The network has no drives, so there is nothing to show. Add some, for example with {nameof(Network.AddDefaultErpDrives)}().", nameof(net));
    }

    private static ILookup<(string Drive, string Target), Connection> ConnectionsOfDrives(Network net, string? receptor)
    {
        var all = net.Connections.Where(connection => connection.IsFromDrive).ToArray();
        var receptors = all.Select(connection => connection.Receptor).Distinct().ToArray();
        return receptor is null || receptors.Contains(receptor)
            ? all.Where(connection => receptor is null || connection.Receptor == receptor).ToLookup(connection => (connection.SourceType, connection.TargetType))
            : throw new ArgumentException($"No drive has a synapse of the receptor '{receptor}'. They have {string.Join(", ", receptors)}. Name one of these.", nameof(receptor));
    }

    private static double StrengthOf(Network net, IEnumerable<Connection> connections)
    {
        var all = connections.ToArray();
        var sum = all.SelectMany(connection => net.EffectiveSynapses(connection)).Sum(synapse => synapse.Weight);
        return sum > 0 ? sum / net.GidRanges[all[0].TargetType].Count : double.NaN;
    }

    private static Panel DrivePanel(Network net, ImmutableArray<ImmutableArray<double>> values, ColorScale scale) => new()
    {
        X = new Axis("Cell type") { Ticks = NameTicks(net.CellTypes.Names) },
        Y = new Axis("Drive") { Ticks = NameTicks(net.Drives.Names), Min = net.Drives.Count - 0.5, Max = -0.5 },
        Traces =
        [
            new HeatmapTrace
            {
                Name = "Strength",
                Color = Palette.Series(0),
                X = [.. Enumerable.Range(0, net.CellTypes.Count).Select(column => (double)column)],
                Y = [.. Enumerable.Range(0, net.Drives.Count).Select(row => (double)row)],
                Values = values,
                Scale = scale,
                ShowsNumbers = true,
            },
        ],
    };

    private static ImmutableArray<Tick> NameTicks(IEnumerable<string> names) => [.. names.Select((name, index) => new Tick(index, name))];
}
