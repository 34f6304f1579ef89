using System.Collections;

namespace Hnn.Core.Optimization;

/// <summary>The parameters of a fit or sweep by name, in the order in which they were added, each in its own unit.</summary>
/// <remarks>A fit or sweep reads the space once when it is made; later changes do not reach it. All faults are reported then, in one exception.</remarks>
/// <example>
/// <code>
/// var space = new ParameterSpace
/// {
///     ["evprox2_mu"] = (100, 120),
///     ["weight"] = Parameter.Log(0.001, 1),
///     ["delay"] = Parameter.Fixed(0.1),
///     ["weight_nmda"] = Parameter.Linked("weight", weight => 0.5 * weight),
/// };
/// </code>
/// </example>
public sealed class ParameterSpace : IEnumerable<KeyValuePair<string, Parameter>>
{
    private readonly List<KeyValuePair<string, Parameter>> _parameters = [];

    /// <summary>Number of parameters, fixed and linked ones included.</summary>
    public int Count => _parameters.Count;

    /// <summary>A parameter. Setting it adds it, or replaces the one of that name in its place.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public Parameter this[string name]
    {
        get => _parameters.FindIndex(parameter => parameter.Key == name) is >= 0 and var index
            ? _parameters[index].Value
            : throw new KeyNotFoundException($"There is no parameter '{name}', only: {string.Join(", ", _parameters.Select(parameter => parameter.Key))}.");
        set
        {
            if (_parameters.FindIndex(parameter => parameter.Key == name) is >= 0 and var index)
                _parameters[index] = KeyValuePair.Create(name, value ?? throw new ArgumentNullException(nameof(value)));
            else
                Add(name, value);
        }
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Its name; not empty. A second one of the same name is a fault when the space is used.</param>
    /// <param name="parameter">Bounds, or what else it may be.</param>
    public void Add(string name, Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(parameter);
        _parameters.Add(KeyValuePair.Create(name, parameter));
    }

    /// <summary>The parameters in order.</summary>
    public IEnumerator<KeyValuePair<string, Parameter>> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
