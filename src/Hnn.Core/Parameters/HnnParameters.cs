using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Hnn.Core.Parameters;

/// <summary>The flat set of named values that describes a column and its drives, as in the parameter files of HNN. Immutable.</summary>
/// <example><c>var warm = HnnParameters.Default.With("celsius", 38).With("gbar_L2Pyr_L2Pyr_ampa", 0.001);</c></example>
public sealed class HnnParameters : IEquatable<HnnParameters>
{
    private readonly ImmutableSortedDictionary<string, ParameterValue> _values;

    private HnnParameters(ImmutableSortedDictionary<string, ParameterValue> values) => _values = values;

    /// <summary>The parameters of the standard column, with its two proximal and one distal evoked drives.</summary>
    public static HnnParameters Default => ParameterSets.Default;

    /// <summary>Every parameter at the value it has where a file does not give it: cells as in the standard column, no connections, no drives.</summary>
    public static HnnParameters Unset { get; } = From([]);

    /// <summary>Names of all parameters, in ordinal order.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The number under a key; a yes counts 1, a no counts 0.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key, or its value is a text.</exception>
    public double this[string key]
    {
        get
        {
            var value = Value(key);
            return value.Kind != ParameterKind.Text
                ? value.Number
                : throw new KeyNotFoundException($"Parameter '{key}' holds the text '{value.Text}', not a number. Ask for {nameof(Text)}(\"{key}\") instead.");
        }
    }

    /// <summary>The text under a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key, or its value is not a text.</exception>
    public string Text(string key) => Value(key).Text
        ?? throw new KeyNotFoundException($"Parameter '{key}' holds {Value(key)}, not a text. Ask for the number instead.");

    /// <summary>The value under a key, whatever its kind.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public ParameterValue Value(string key) => _values.TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no parameter '{key}'. {ParameterKeys.Suggestion(key, _values.Keys)}");

    /// <summary>Whether there is a value under a key.</summary>
    public bool Contains(string key) => _values.ContainsKey(key);

    /// <summary>The parameters whose keys match a pattern, in ordinal order.</summary>
    /// <param name="pattern">A key in which <c>*</c> stands for any characters and <c>?</c> for one, for example <c>L2Pyr_soma_*</c>.</param>
    /// <returns>Keys and values; empty if no key matches.</returns>
    public ImmutableArray<KeyValuePair<string, ParameterValue>> Matching(string pattern) =>
        [.. _values.Where(pair => FileSystemName.MatchesSimpleExpression(pattern, pair.Key, ignoreCase: false))];

    /// <summary>Returns a copy in which one key, or all keys that match a pattern, have another value.</summary>
    /// <param name="key">A key of the set, a pattern as for <see cref="Matching"/>, or a new key that parameter files know, for example <c>t_evprox_3</c>, which adds an evoked drive.</param>
    /// <param name="value">The value: a number, a text or a truth value, as the key has it.</param>
    /// <exception cref="ArgumentException">No key matches and parameter files do not know it, the value is of another kind, or it is not finite.</exception>
    public HnnParameters With(string key, ParameterValue value)
    {
        var keys = Contains(key) ? [key] : Matching(key).Select(pair => pair.Key).ToArray();
        if (keys.Length == 0)
        {
            if (!ParameterKeys.IsKnown(key))
                throw new ArgumentException($"There is no parameter '{key}'. {ParameterKeys.Suggestion(key, _values.Keys)}", nameof(key));
            keys = [key];
        }
        foreach (var each in keys)
        {
            if (!ParameterKeys.Suits(each, value))
                throw new ArgumentException($"Parameter '{each}' cannot be '{value}'. {ParameterKeys.Expectation(each)}", nameof(value));
        }
        var changed = _values.ToBuilder();
        changed.AddRange(ParameterDefaults.For(_values.Keys.Append(key)).Where(pair => !_values.ContainsKey(pair.Key)));
        foreach (var each in keys)
            changed[each] = value;
        return new HnnParameters(changed.ToImmutable());
    }

    /// <summary>Makes a set from some values, as from a parameter file.</summary>
    /// <param name="given">Keys and values; keys that parameter files do not know are dropped, missing ones get their unset value.</param>
    /// <exception cref="ArgumentException">A value is of another kind than its key's, or not finite.</exception>
    /// <remarks>Evoked drives are counted by their keys <c>t_evprox_1</c>, <c>t_evdist_1</c> …; a gap in the count leaves the last ones out.</remarks>
    public static HnnParameters From(IReadOnlyCollection<KeyValuePair<string, ParameterValue>> given)
    {
        var filled = ImmutableSortedDictionary.CreateBuilder<string, ParameterValue>(StringComparer.Ordinal);
        filled.AddRange(ParameterDefaults.For(given.Select(pair => pair.Key)));
        foreach (var (key, value) in given)
        {
            if (!filled.ContainsKey(key))
                continue;
            if (!ParameterKeys.Suits(key, value))
                throw new ArgumentException($"Parameter '{key}' cannot be '{value}'. {ParameterKeys.Expectation(key)}", nameof(given));
            filled[key] = value;
        }
        return new HnnParameters(filled.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(HnnParameters? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HnnParameters);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _values)
            hash.Add(HashCode.Combine(key, value));
        return hash.ToHashCode();
    }
}
