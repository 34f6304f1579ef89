using System.Globalization;
using Hnn.Core.Results;

namespace Hnn.Plots;

public static partial class Plots
{
    private static Axis MomentAxis(string layer, string unit) => new(layer == Dipole.Aggregate ? "Dipole moment" : $"Dipole moment {layer}", unit);

    private static string LayerName(string layer) => layer == Dipole.Aggregate ? "Whole" : layer;

    private static string[] LayersOf(IEnumerable<string>? layers)
    {
        string[] chosen = [.. layers ?? [Dipole.Aggregate]];
        return chosen.Length > 0
            ? chosen
            : throw new ArgumentException($"No layer was given, so there is nothing to show. Name at least one, for example '{Dipole.Aggregate}'.", nameof(layers));
    }

    /// <summary>The dipoles by the names they have in a legend or table, and the unit at its axis or head: where the scales differ, each name has its own.</summary>
    internal static ((string Name, Dipole Dipole)[] Dipoles, string Unit) Named(IEnumerable<(string Name, Dipole Dipole)> dipoles)
    {
        ArgumentNullException.ThrowIfNull(dipoles);
        var all = dipoles.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("No dipole was given, so there is nothing to show. Pass at least one.", nameof(dipoles));
        return all.All(each => each.Dipole.ScaleApplied == all[0].Dipole.ScaleApplied)
            ? (all, Unit(all[0].Dipole))
            : ([.. all.Select(each => (each.Name + Times(each.Dipole), each.Dipole))], "nAm");
    }

    // Of one dipole it is that dipole, be it an average already.
    private static Dipole AverageOf(Dipole[] trials) => trials is [var only] ? only : trials.Average();

    /// <summary>The unit of a dipole with its scale, for example <c>nAm × 3000</c>.</summary>
    internal static string Unit(Dipole dipole) => $"nAm{Times(dipole)}";

    private static string Squared(string unit) => unit.Contains(' ', StringComparison.Ordinal) ? $"({unit})²" : $"{unit}²";

    private static string Times(Dipole dipole) =>
        dipole.ScaleApplied == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {dipole.ScaleApplied}");
}
