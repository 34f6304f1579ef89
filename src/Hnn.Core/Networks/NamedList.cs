using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Hnn.Core.Networks;

/// <summary>Things in the order of adding, each found by its name too. Changed by the network only.</summary>
/// <typeparam name="T">Kind of the things.</typeparam>
public sealed class NamedList<T> : IReadOnlyList<T>
    where T : class
{
    private readonly List<T> _items = [];
    private readonly Func<T, string> _nameOf;
    private readonly string _noun;

    internal NamedList(string noun, Func<T, string> nameOf, IEnumerable<T>? items = null)
    {
        _noun = noun;
        _nameOf = nameOf;
        _items.AddRange(items ?? []);
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>All names, in order.</summary>
    public IEnumerable<string> Names => _items.Select(_nameOf);

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The one of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public T this[string name] => TryGet(name, out var item)
        ? item
        : throw new KeyNotFoundException($"There is no {_noun} '{name}'. The network has {Listing}. Name one of these, or add it first.");

    /// <summary>Whether there is one of a name.</summary>
    /// <param name="name">A name.</param>
    public bool Contains(string name) => TryGet(name, out _);

    /// <summary>Looks one up by name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="item">What was found.</param>
    /// <returns>Whether there is one of that name.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out T? item)
    {
        item = _items.Find(candidate => _nameOf(candidate) == name);
        return item is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string Listing => Count == 0 ? "none" : string.Join(", ", Names);

    internal void Add(T item) => _items.Add(item);

    internal void Replace(int index, T item) => _items[index] = item;

    internal void Replace(string name, T item) => _items[_items.FindIndex(candidate => _nameOf(candidate) == name)] = item;

    internal void Remove(T item) => _items.Remove(item);

    internal NamedList<T> Clone() => new(_noun, _nameOf, _items);
}
