using Hnn.Core.Sweeps;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Stored sweeps: as their points, and whether all of them are there.</summary>
internal sealed class SweepStoreFormatter(FigureDrawing drawing) : ReportFormatter<SweepStore>(drawing, hasPicture: false)
{
    public override Report ReportOf(SweepStore value) => new(
        $"Stored sweep: {NumberText.Whole(value.Points.Length)} of {NumberText.Count(value.Count, "point")}{SweepPointsFormatter.FailuresOf(value.Points)}",
        [
            .. value.IsComplete ? Enumerable.Empty<Part>() : [new Sentence("It is not complete and can be resumed.")],
            .. SweepPointsFormatter.PartsOf(value.Points),
        ]);
}
