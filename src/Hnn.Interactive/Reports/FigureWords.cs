using Hnn.Plots;
using Hnn.Plots.Traces;

namespace Hnn.Interactive.Reports;

/// <summary>A figure in words, for those who do not see it: alternative texts and plain text.</summary>
internal static class FigureWords
{
    // More names than this say less than their number.
    private const int NamesShown = 8;

    /// <summary>One line: what each panel shows over what, with the names of its traces.</summary>
    public static string Describe(Figure figure)
    {
        var frames = figure.Frames is { } series ? $"; {NumberText.Count(series.At.Length, "frame")}" : "";
        return $"Figure: {string.Join("; ", figure.Panels.Select(Describe))}{frames}";
    }

    private static string Describe(Panel panel)
    {
        Axis?[] axes = [panel.Z, panel.Y, panel.Right, panel.X];
        var quantities = string.Join(" over ", axes.OfType<Axis>().Select(axis => axis.Label).Where(label => label.Length > 0));
        var subject = panel.Title.Length > 0 && quantities.Length > 0 ? $"{panel.Title}, {quantities}" : panel.Title + quantities;
        var names = NamesOf(panel.Traces);
        return names.Length > 0 ? $"{subject}: {names}" : subject;
    }

    private static string NamesOf(IEnumerable<Trace> traces)
    {
        var names = traces.Where(trace => trace.IsInLegend && trace.Name.Length > 0).Select(trace => trace.Name).Distinct(StringComparer.Ordinal).ToArray();
        var more = names.Length > NamesShown ? $" and {NumberText.Whole(names.Length - NamesShown)} more" : "";
        return string.Join(", ", names.Take(NamesShown)) + more;
    }
}
