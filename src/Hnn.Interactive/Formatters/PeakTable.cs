using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>The key numbers of dipoles: their deflections, how high and how low they go, and when.</summary>
internal static class PeakTable
{
    // An unsmoothed dipole has dozens; the most prominent ones are those one would name.
    private const int DeflectionsShown = 6;

    /// <summary>The most prominent deflections of the whole, in the order of their latencies.</summary>
    public static Table OfDeflections(Dipole dipole) => Table.Of(
        "Most prominent deflections",
        PeaksOf(dipole).OrderByDescending(peak => peak.Prominence).Take(DeflectionsShown).OrderBy(peak => peak.Latency),
        ("deflection", peak => peak.IsMaximum ? "maximum" : "minimum"),
        ("latency (ms)", peak => NumberText.Short(peak.Latency)),
        ($"moment ({Plots.Plots.Unit(dipole)})", peak => NumberText.Short(peak.Amplitude)),
        ($"prominence ({Plots.Plots.Unit(dipole)})", peak => NumberText.Short(peak.Prominence)));

    /// <summary>A row for each of several dipoles, or layers of one.</summary>
    public static Table OfRanges(IEnumerable<(string Name, Dipole Dipole, string Layer)> each)
    {
        var all = each.ToArray();
        var (dipoles, unit) = Plots.Plots.Named(all.Select(one => (one.Name, one.Dipole)));
        return new("Range", ["", $"highest ({unit})", "at (ms)", $"lowest ({unit})", "at (ms)"], [.. dipoles.Zip(all, (named, one) => RowOf(named.Name, one.Dipole, one.Layer))]);
    }

    // Two samples have no deflection between them.
    private static ImmutableArray<DipolePeak> PeaksOf(Dipole dipole) => dipole.Times.Length > 3 ? dipole.Peaks() : [];

    private static ImmutableArray<string> RowOf(string name, Dipole dipole, string layer)
    {
        var values = dipole[layer];
        var (high, low) = (values.IndexOf(values.Max()), values.IndexOf(values.Min()));
        return [name, NumberText.Short(values[high]), NumberText.Short(dipole.Times[high]), NumberText.Short(values[low]), NumberText.Short(dipole.Times[low])];
    }
}
