using System.Collections.Immutable;

namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a connection.</summary>
internal static class ConnectionChecks
{
    /// <summary>Sources that are named twice, targets that are no cells.</summary>
    public static IEnumerable<NetworkProblem> OfGids(Network network, ImmutableArray<int> sources, string targetType)
    {
        if (!network.CellTypes.Contains(targetType))
        {
            yield return new(
                $"The targets belong to the drive '{targetType}'.", "Drive cells send spikes but receive none.",
                $"Connect to cells of {network.CellTypes.Listing}.");
        }
        var seen = new HashSet<int>(sources.Length);
        foreach (var twice in sources.Where(gid => !seen.Add(gid)).Distinct())
            yield return new($"The source {twice} is given more than once.", "A source has one list of targets.", "Give it once, with all its targets.");
    }

    /// <summary>Places and receptors that a target does not have.</summary>
    public static IEnumerable<NetworkProblem> OfContacts(CellType target, string location, string receptor)
    {
        var cell = target.Cell;
        var sections = cell.SectionsAt(location);
        if (sections.IsEmpty && !cell.Locations.ContainsKey(location))
        {
            yield return new(
                $"The cells '{target.Name}' have no location '{location}'.",
                $"They have the groups {string.Join(", ", cell.Locations.Keys)} and the sections {string.Join(", ", cell.Sections.Select(section => section.Name))}.",
                "Name one of these.");
        }
        foreach (var name in sections)
        {
            if (cell.Sections.FirstOrDefault(section => section.Name == name) is { } section && !section.Receptors.Contains(receptor))
            {
                yield return new(
                    $"The section '{name}' of the cells '{target.Name}' has no receptor '{receptor}'.",
                    $"It has {(section.Receptors.IsEmpty ? "none" : string.Join(", ", section.Receptors))}, and every section of '{location}' must have the receptor.",
                    "Choose another location or receptor, or add the receptor to the section.");
            }
        }
    }

    /// <summary>Probabilities and seeds out of range.</summary>
    public static IEnumerable<NetworkProblem> OfChoice(double probability, int? seed)
    {
        if (!(probability > 0 && probability <= 1))
            yield return new($"The probability is {probability}.", "It is the part of the pairs that is kept.", "Give a number above 0 and at most 1.");
        if (seed < 0)
            yield return new($"The seed is {seed}.", "The random generator takes seeds from 0 on.", "Give a number of at least 0, or none.");
    }
}
