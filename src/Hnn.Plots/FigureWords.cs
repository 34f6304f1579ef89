using System.Globalization;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

/// <summary>A figure in words, for those who do not see it: alternative texts and plain text.</summary>
internal static class FigureWords
{
    // More names than this say less than their number.
    private const int NamesShown = 8;

    /// <summary>One line: what each panel shows over what, with the names of its traces.</summary>
    public static string Describe(Figure figure)
    {
        var frames = figure.Frames is { } series ? string.Create(CultureInfo.InvariantCulture, $"; {series.At.Length} frame{(series.At.Length == 1 ? "" : "s")}") : "";
        return $"Figure: {string.Join("; ", figure.Panels.Select(Describe))}{frames}";
    }

    private static string Describe(Panel panel)
    {
        string[] shown = [panel.Z is null ? "" : NameOf(panel.Z), NameOf(panel.Y), panel.Right?.Label ?? "", NameOf(panel.X)];
        var quantities = string.Join(" over ", shown.Where(name => name.Length > 0));
        var subject = panel.Title.Length > 0 && quantities.Length > 0 ? $"{panel.Title}, {quantities}" : panel.Title + quantities;
        var names = NamesOf(panel);
        return subject.Length > 0 && names.Length > 0 ? $"{subject}: {names}" : subject + names;
    }

    // An axis without a quantity says by the names at its ticks what it shows.
    private static string NameOf(Axis axis) => axis.Label.Length > 0 ? axis.Label : Shortened(axis.Ticks.Select(tick => tick.Text));

    // The legend's names; without a legend, those of all traces that no axis has already.
    private static string NamesOf(Panel panel)
    {
        var inLegend = Shortened(panel.Traces.Where(trace => trace.IsInLegend).Select(trace => trace.Name));
        Axis[] axes = [panel.X, panel.Y];
        var said = axes.SelectMany(axis => axis.Ticks.Select(tick => tick.Text)).ToHashSet(StringComparer.Ordinal);
        return inLegend.Length > 0 ? inLegend : Shortened(panel.Traces.Select(trace => trace.Name).Where(name => !said.Contains(name)));
    }

    private static string Shortened(IEnumerable<string> texts)
    {
        var names = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var more = names.Length > NamesShown ? string.Create(CultureInfo.InvariantCulture, $" and {names.Length - NamesShown} more") : "";
        return string.Join(", ", names.Take(NamesShown)) + more;
    }
}
