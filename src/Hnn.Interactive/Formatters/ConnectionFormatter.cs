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
            ("pairs", $"{Words.Whole(value.Pairs.Length)} (of {Words.Count(value.SourceGids.Length, "source")} and {Words.Count(value.TargetGids.Length, "target")})"),
            ("weight", $"{Words.Short(value.Weight)} µS"),
            ("gain", Words.Short(value.Gain)),
            ("delay", $"{Words.Short(value.Delay)} ms"),
            ("space constant", $"{Words.Short(value.SpaceConstant)} in-plane distances"),
            ("threshold", value.Threshold is { } threshold ? $"{Words.Short(threshold)} mV" : ""),
            ("probability", value.Probability < 1 ? Words.Short(value.Probability) : ""),
            ("seed", value.Seed is { } seed ? Words.Whole(seed) : ""),
            ("cells may connect to themselves", value.AllowsAutapses ? "" : "no")));
}
