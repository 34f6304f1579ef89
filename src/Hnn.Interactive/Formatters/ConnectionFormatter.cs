using Hnn.Core.Networks;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Groups of connections: who, to whom, how strongly.</summary>
internal sealed class ConnectionFormatter(FigureDrawing drawing) : ReportFormatter<Connection>(drawing, hasPicture: false)
{
    public override Report ReportOf(Connection value) => new(
        $"Connection {value.SourceType} → {value.TargetType}",
        Table.OfPairs(
            "",
            ("where", value.Location),
            ("receptor", value.Receptor),
            ("pairs", $"{NumberText.Whole(value.Pairs.Length)} (of {NumberText.Count(value.SourceGids.Length, "source")} and {NumberText.Count(value.TargetGids.Length, "target")})"),
            ("weight", $"{NumberText.Short(value.Weight)} µS"),
            ("gain", NumberText.Short(value.Gain)),
            ("delay", $"{NumberText.Short(value.Delay)} ms"),
            ("space constant", $"{NumberText.Short(value.SpaceConstant)} in-plane distances"),
            ("threshold", value.Threshold is { } threshold ? $"{NumberText.Short(threshold)} mV" : ""),
            ("probability", value.Probability < 1 ? NumberText.Short(value.Probability) : ""),
            ("seed", value.Seed is { } seed ? NumberText.Whole(seed) : ""),
            ("cells may connect to themselves", value.AllowsAutapses ? "" : "no")));
}
