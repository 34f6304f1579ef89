using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>What a panel's legend says and where: below each other at the right of a wide panel, in lines above the frame of a narrow one.</summary>
internal sealed class Legend
{
    private const double Row = 20;
    private const double Gap = 18;
    private const int MostLinesAbove = 4;

    private readonly Trace[] _traces;
    private readonly double _width;
    private readonly List<LegendEntry> _entries = [];

    private Legend(Panel panel, double width) => (_traces, _width) = (PanelData.InLegend(panel), width);

    public IReadOnlyList<LegendEntry> Entries => _entries;

    /// <summary>Width of the samples: marks need less than lines.</summary>
    public double SampleWidth => Array.TrueForAll(_traces, trace => trace is PointTrace) ? 12 : 26;

    /// <summary>Distance from the beginning of an entry to its text.</summary>
    public double Indent => SampleWidth + 6;

    public double Width => Entries.Select(entry => entry.X + WidthOf(entry.Text)).DefaultIfEmpty().Max();

    public double Height => Entries.Select(entry => entry.Y + (Row / 2)).DefaultIfEmpty().Max();

    /// <summary>Entries below each other.</summary>
    /// <param name="panel">Whose traces.</param>
    /// <param name="width">Room in pixels; longer names are shortened.</param>
    /// <param name="height">Room in pixels; what does not fit is counted in a last entry.</param>
    public static Legend Beside(Panel panel, double width, double height)
    {
        var legend = new Legend(panel, width);
        var rows = Math.Max(2, (int)(height / Row));
        var all = legend._traces.Length;
        foreach (var trace in legend._traces.Take(all <= rows ? all : rows - 1))
            legend.Add(trace, 0, legend._entries.Count);
        legend.CountTheRest(legend._entries.Count);
        return legend;
    }

    /// <summary>Entries one after the other, in as many lines as they need, up to a few.</summary>
    /// <param name="panel">Whose traces.</param>
    /// <param name="width">Room in pixels; longer names are shortened.</param>
    public static Legend Above(Panel panel, double width)
    {
        var legend = new Legend(panel, width);
        var (x, line) = (0.0, 0);
        foreach (var trace in legend._traces)
        {
            var needed = legend.WidthOf(legend.Shortened(trace.Name));
            if (x > 0 && x + needed > width)
                (x, line) = (0, line + 1);
            if (line == MostLinesAbove)
                break;
            legend.Add(trace, x, line);
            x += needed + Gap;
        }

        legend.CountTheRest(line);
        return legend;
    }

    private void Add(Trace trace, double x, int line) => _entries.Add(new LegendEntry(Shortened(trace.Name), trace, x, (line + 0.5) * Row));

    private void CountTheRest(int line)
    {
        if (_traces.Length > _entries.Count)
            _entries.Add(new LegendEntry($"and {_traces.Length - _entries.Count} more", null, 0, (line + 0.5) * Row));
    }

    private double WidthOf(string text) => Indent + InterFont.RoomFor(text);

    private string Shortened(string name) => InterFont.Shortened(name, _width - Indent);
}
