using System.Collections.Immutable;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Cells;

/// <summary>The synapse models by the names network files use for them and for their parameters. A new model is a line here.</summary>
public static class SynapseLibrary
{
    private static readonly ImmutableArray<Model> _models =
    [
        Model.Of<Exp2Synapse>(
            "Exp2Syn", new Exp2Synapse(double.NaN, double.NaN, double.NaN),
            ("e", s => s.Reversal, (s, value) => s with { Reversal = value }),
            ("tau1", s => s.RiseTime, (s, value) => s with { RiseTime = value }),
            ("tau2", s => s.DecayTime, (s, value) => s with { DecayTime = value })),
        Model.Of<NmdaGaoSynapse>(
            "NMDA_gao", new NmdaGaoSynapse(),
            ("Cmax", s => s.PeakTransmitter, (s, value) => s with { PeakTransmitter = value }),
            ("Cdur", s => s.PulseDuration, (s, value) => s with { PulseDuration = value }),
            ("Alpha", s => s.BindingRate, (s, value) => s with { BindingRate = value }),
            ("Beta", s => s.UnbindingRate, (s, value) => s with { UnbindingRate = value }),
            ("e", s => s.Reversal, (s, value) => s with { Reversal = value }),
            ("mg", s => s.Magnesium, (s, value) => s with { Magnesium = value }),
            ("gmax", s => s.ConductanceFactor, (s, value) => s with { ConductanceFactor = value })),
        Model.Of<GabaBDestexheSynapse>(
            "gabab_destexhe", new GabaBDestexheSynapse(),
            ("Cmax", s => s.PeakTransmitter, (s, value) => s with { PeakTransmitter = value }),
            ("Cdur", s => s.PulseDuration, (s, value) => s with { PulseDuration = value }),
            ("K1", s => s.K1, (s, value) => s with { K1 = value }),
            ("K2", s => s.K2, (s, value) => s with { K2 = value }),
            ("K3", s => s.K3, (s, value) => s with { K3 = value }),
            ("K4", s => s.K4, (s, value) => s with { K4 = value }),
            ("KD", s => s.KD, (s, value) => s with { KD = value }),
            ("Erev", s => s.Reversal, (s, value) => s with { Reversal = value })),
    ];

    /// <summary>Names of the models, for example <c>Exp2Syn</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. _models.Select(model => model.Name)];

    /// <summary>Makes a synapse from its model's name and parameters.</summary>
    /// <param name="mechanism">Name of the model.</param>
    /// <param name="parameters">Parameters by name; those not given keep the model's defaults. <c>Exp2Syn</c> has none: give <c>e</c>, <c>tau1</c>, <c>tau2</c>.</param>
    /// <exception cref="ArgumentException">There is no such model or parameter, a value is not finite, or one without default is missing.</exception>
    public static Synapse Create(string mechanism, IEnumerable<KeyValuePair<string, double>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var model = ModelNamed(mechanism);
        var synapse = parameters.Aggregate(model.Default, (changed, parameter) => changed.With(parameter.Key, parameter.Value));
        var missing = ParametersOf(synapse).Where(parameter => double.IsNaN(parameter.Value)).Select(parameter => parameter.Key).ToList();
        return missing.Count == 0
            ? synapse
            : throw new ArgumentException(
                $"The synapse lacks {string.Join(", ", missing)}. '{mechanism}' has no default for it. Give a value.", nameof(parameters));
    }

    /// <summary>A copy with one parameter changed.</summary>
    /// <param name="synapse">The synapse.</param>
    /// <param name="parameter">Name of the parameter as network files write it, for example <c>tau2</c>.</param>
    /// <param name="value">Its value, in the parameter's unit. Finite.</param>
    /// <exception cref="ArgumentException">The model has no such parameter, or the value is not finite.</exception>
    public static Synapse With(this Synapse synapse, string parameter, double value)
    {
        var model = ModelOf(synapse);
        if (!model.Set.TryGetValue(parameter, out var set))
            throw new ArgumentException(
                $"'{model.Name}' has no parameter '{parameter}'. It has {string.Join(", ", model.Parameters)}. Name one of these.", nameof(parameter));
        return double.IsFinite(value)
            ? set(synapse, value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"'{parameter}' of '{model.Name}' must be finite. Give a finite number.");
    }

    /// <summary>All parameters of a synapse by the names network files use, in the model's order.</summary>
    /// <param name="synapse">The synapse.</param>
    public static ImmutableArray<KeyValuePair<string, double>> ParametersOf(Synapse synapse)
    {
        var model = ModelOf(synapse);
        return [.. model.Parameters.Select(name => KeyValuePair.Create(name, model.Get[name](synapse)))];
    }

    /// <summary>Names of a model's parameters, in its order.</summary>
    /// <param name="mechanism">Name of the model.</param>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static ImmutableArray<string> ParametersOfModel(string mechanism) => ModelNamed(mechanism).Parameters;

    private static Model ModelNamed(string mechanism) => _models.FirstOrDefault(model => model.Name == mechanism)
        ?? throw new ArgumentException(
            $"There is no synapse model '{mechanism}'. Known are {string.Join(", ", Names)}. Name one of these.", nameof(mechanism));

    private static Model ModelOf(Synapse synapse)
    {
        ArgumentNullException.ThrowIfNull(synapse);
        return _models.Single(model => model.Name == synapse.MechanismName);
    }

    private sealed record Model(
        string Name,
        Synapse Default,
        ImmutableArray<string> Parameters,
        ImmutableDictionary<string, Func<Synapse, double>> Get,
        ImmutableDictionary<string, Func<Synapse, double, Synapse>> Set)
    {
        public static Model Of<T>(string name, T standard, params (string Name, Func<T, double> Get, Func<T, double, T> Set)[] parameters)
            where T : Synapse => new(
                name,
                standard,
                [.. parameters.Select(parameter => parameter.Name)],
                parameters.ToImmutableDictionary(p => p.Name, p => new Func<Synapse, double>(synapse => p.Get((T)synapse))),
                parameters.ToImmutableDictionary(p => p.Name, p => new Func<Synapse, double, Synapse>((synapse, value) => p.Set((T)synapse, value))));
    }
}
