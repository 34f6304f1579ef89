using Hnn.Interactive.Charts;
using Hnn.Interactive.Formatters;

namespace Hnn.Interactive.Tests;

/// <summary>The formatters of a notebook in which Hnn.Plots.Plotly is not to be had.</summary>
internal static class OfflineNotebook
{
    public static LiveCharts Charts { get; } = new(name => throw new FileNotFoundException($"There is no {name}."));

    public static FormatterTable Table { get; } = new(Charts);

    /// <summary>The formatter for a value, as a notebook finds it: that of its type or of a type it derives from.</summary>
    public static IValueFormatter FormatterOf(object value) => Table.Formatters.Single(formatter => formatter.Type.IsInstanceOfType(value));
}
