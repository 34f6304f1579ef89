using Hnn.Core.Results;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Extracellular potentials: a line for each contact, and the array they come from.</summary>
internal sealed class ElectrodeRecordingFormatter(FigureDrawing drawing) : ReportFormatter<ElectrodeRecording>(drawing)
{
    public override Report ReportOf(ElectrodeRecording value)
    {
        var (title, facts) = ($"Potentials of array {value.Array.Name}: {NumberText.Count(value.Array.Contacts.Length, "contact")}", ElectrodeArrayFormatter.Facts(value.Array));
        return value.TrialCount == 0
            ? new Report($"{title}, no trials", facts)
            : new Report(
                $"{title}, {NumberText.Count(value.TrialCount, "trial")}, {NumberText.Short(value.Times[0])} to {NumberText.Short(value.Times[^1])} ms",
                new Drawing(Plots.Plots.LaminarLfp(value)),
                facts);
    }
}
