using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hnn.Core.Optimization;

/// <summary>Values of parameters by name, in a fixed order, each in its own unit. Immutable; equal if names, values and order are.</summary>
/// <example><c>net.AddEvokedDrive("evprox2", mu: p["evprox2_mu"], …)</c></example>
public sealed class ParameterValues : IReadOnlyDictionary<string, double>, IEquatable<ParameterValues>
{
    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<double> _values;

    /// <summary>Makes values.</summary>
    /// <param name="values">Names and values in order; for example a dictionary.</param>
    /// <exception cref="ArgumentException">A name is empty or given twice, or a value is not finite.</exception>
    public ParameterValues(IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToArray();
        (_names, _values) = ([.. all.Select(value => value.Key)], [.. all.Select(value => value.Value)]);
        if (_names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A parameter has no name. Name it.", nameof(values));
        if (_names.Distinct(StringComparer.Ordinal).Count() < _names.Length)
            throw new ArgumentException($"A name is given twice: {string.Join(", ", _names)}. Name each parameter once.", nameof(values));
        if (Array.Find(all, value => !double.IsFinite(value.Value)) is { Key: not null } fault)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The value of '{fault.Key}' is {fault.Value}. Pass ordinary numbers."), nameof(values));
    }

    /// <summary>Number of parameters.</summary>
    public int Count => _names.Length;

    /// <summary>Names in order.</summary>
    public IEnumerable<string> Keys => _names;

    /// <summary>Values in the order of the names.</summary>
    public IEnumerable<double> Values => _values;

    /// <summary>The value of a parameter.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter; names those there are.</exception>
    public double this[string name] => TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no parameter '{name}', only: {string.Join(", ", _names)}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _names.Contains(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        var index = _names.IndexOf(key);
        value = index >= 0 ? _values[index] : 0;
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _names.Zip(_values, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ParameterValues? other) =>
        other is not null && _names.SequenceEqual(other._names) && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in this)
            hash.Add((name, value));
        return hash.ToHashCode();
    }

    /// <summary>One line per parameter: its name and its value with all digits, the values in one column.</summary>
    public override string ToString()
    {
        var width = _names.Select(name => name.Length).DefaultIfEmpty(0).Max();
        return string.Join(Environment.NewLine, this.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.PadRight(width)}  {pair.Value}")));
    }
}
