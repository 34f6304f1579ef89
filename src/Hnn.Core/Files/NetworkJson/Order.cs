using System.Collections.Immutable;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>The order of things that a network file groups: for each thing in the file, its place before.</summary>
internal static class Order
{
    /// <summary>The places; null if the file's order is the same.</summary>
    public static ImmutableArray<int>? Of<T>(ImmutableArray<T> items, IEnumerable<T> asInFile)
    {
        ImmutableArray<int> places = [.. asInFile.Select(item => items.IndexOf(item))];
        return places.SequenceEqual(Enumerable.Range(0, places.Length)) ? null : places;
    }

    /// <summary>The things as they were before writing; as they are in the file if it has no list of places.</summary>
    public static ImmutableArray<T> Restored<T>(ImmutableArray<T> asInFile, JsonValue? places)
    {
        if (places is null)
            return asInFile;
        var order = places.Wholes();
        return order.Order().SequenceEqual(Enumerable.Range(0, asInFile.Length))
            ? [.. asInFile.Zip(order).OrderBy(pair => pair.Second).Select(pair => pair.First)]
            : throw places.Unlike($"a list of the numbers from 0 to {asInFile.Length - 1}, each once");
    }
}
