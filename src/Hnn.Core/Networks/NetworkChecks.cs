namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a network's options.</summary>
internal static class NetworkChecks
{
    public static IEnumerable<NetworkProblem> Of(NetworkOptions options)
    {
        if (options.Mesh.X < 1 || options.Mesh.Y < 1)
        {
            yield return new(
                $"The mesh is {options.Mesh.X} × {options.Mesh.Y}.", "A layer has at least one pyramidal cell along x and along y.",
                $"Give two numbers of at least 1 as {nameof(NetworkOptions.Mesh)}.");
        }
        if (options.CellTypes is null != options.Positions is null)
        {
            yield return new(
                $"Only one of {nameof(NetworkOptions.CellTypes)} and {nameof(NetworkOptions.Positions)} is given.",
                "Cells of one's own need places, and places need to know their cells.", "Give both, or neither for the column's cells on the grid.");
        }
        if (options is not { CellTypes: { } types, Positions: { } positions })
            yield break;
        foreach (var type in types.Where(type => !positions.ContainsKey(type.Name)))
        {
            yield return new(
                $"There are no positions for the cells '{type.Name}'.", $"{nameof(NetworkOptions.Positions)} has {string.Join(", ", positions.Keys)}.",
                $"Add '{type.Name}' to the positions, or leave the cell type out.");
        }
        foreach (var name in types.GroupBy(type => type.Name).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return new($"There are several cell types '{name}'.", "Populations are told apart by their names.", "Rename all but one of them.");
    }
}
