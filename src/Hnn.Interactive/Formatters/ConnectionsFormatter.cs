using Hnn.Core.Networks;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Lists of connections, for example all of a network: one row each.</summary>
internal sealed class ConnectionsFormatter(FigureDrawing drawing) : ReportFormatter<IEnumerable<Connection>>(drawing, hasPicture: false)
{
    public override Report ReportOf(IEnumerable<Connection> value)
    {
        var connections = value.ToArray();
        return new Report(NumberText.Count(connections.Length, "group") + " of connections", TableOf("", connections));
    }

    /// <summary>The connections as a table.</summary>
    public static Table TableOf(string heading, IEnumerable<Connection> connections) => Table.Of(
        heading,
        connections,
        ("from", connection => connection.SourceType),
        ("to", connection => connection.TargetType),
        ("where", connection => connection.Location),
        ("receptor", connection => connection.Receptor),
        ("pairs", connection => NumberText.Whole(connection.Pairs.Length)),
        ("weight (µS)", connection => NumberText.Short(connection.Weight)),
        ("gain", connection => NumberText.Short(connection.Gain)),
        ("delay (ms)", connection => NumberText.Short(connection.Delay)),
        ("space constant", connection => NumberText.Short(connection.SpaceConstant)));
}
