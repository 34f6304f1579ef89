using System.Collections.Immutable;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Cells;

/// <summary>The cells of the column. Numbers come from a parameter set under keys such as <c>L5Pyr_soma_L</c> or <c>L2Pyr_dend_gbar_km</c>; dendrites share <c>dend</c>.</summary>
public static class CellTemplates
{
    private static readonly ImmutableArray<string> _pyramidalReceptors = ["ampa", "nmda", "gabaa", "gabab"];

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> _layer2Mechanisms =
        ImmutableDictionary.CreateRange<string, ImmutableArray<string>>(
        [
            new("hh2", ["gkbar", "gnabar", "gl", "el"]),
            new("km", ["gbar"]),
        ]);

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> _layer5Mechanisms = _layer2Mechanisms.AddRange(
    [
        new("ca", ["gbar"]), new("cad", ["taur"]), new("kca", ["gbar"]), new("cat", ["gbar"]), new("ar", ["gbar"]),
    ]);

    /// <summary>Pyramidal cell of layer 2: eight sections with sodium, potassium and muscarinic potassium channels.</summary>
    /// <param name="parameters">Lengths, diameters, membrane and synapses.</param>
    /// <remarks>Source: Jones et al. 2009; section lengths from Bush and Sejnowski 1993.</remarks>
    public static CellTemplate L2Pyramidal(HnnParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Pyramidal("L2Pyr", parameters, ["apical_1", "apical_tuft"], _layer2Mechanisms, _ => -71.46);
    }

    /// <summary>Pyramidal cell of layer 5: nine sections with sodium, potassium, calcium and h channels and a calcium pool.</summary>
    /// <param name="parameters">Lengths, diameters, membrane and synapses.</param>
    /// <remarks>The h channels' density in the dendrites grows with the distance to the soma. Source: Jones et al. 2009.</remarks>
    public static CellTemplate L5Pyramidal(HnnParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var cell = Pyramidal("L5Pyr", parameters, ["apical_1", "apical_2", "apical_tuft"], _layer5Mechanisms, Layer5InitialVoltage);
        return WithInDendrites(cell, "ar", "gbar", new ExponentialDensity(Base: 1e-6, Slope: 1, Rate: 3e-3, Offset: 0));
    }

    /// <summary>Pyramidal cell of layer 5 with the improved calcium dynamics: channel densities that vary along the dendrites.</summary>
    /// <param name="parameters">Lengths, diameters, synapses and the membrane apart from sodium, potassium and calcium channels.</param>
    /// <remarks>Source: Kohl et al. 2022.</remarks>
    public static CellTemplate L5PyramidalCalcium(HnnParameters parameters)
    {
        const double Sodium = 0.32, Potassium = 0.06;
        var cell = L5Pyramidal(parameters);
        cell = cell.With("soma", soma => soma.WithDensity("hh2", "gnabar", Sodium).WithDensity("hh2", "gkbar", Potassium));
        cell = WithInDendrites(cell, "hh2", "gnabar", new LinearDensity(AtSoma: Sodium, AtKink: 28e-4, Kink: 962));
        cell = WithInDendrites(cell, "hh2", "gkbar", new ExponentialDensity(Base: Potassium, Slope: 1, Rate: -0.006, Offset: 1e-4));
        return WithInDendrites(cell, "ca", "gbar", new LinearDensity(AtSoma: 10, AtKink: 40, Kink: 1501));
    }

    /// <summary>Basket cell of layer 2: a soma only, reached at both locations.</summary>
    public static CellTemplate L2Basket() => Basket("L2_basket", distal: ["soma"]);

    /// <summary>Basket cell of layer 5: a soma only, which nothing distal reaches.</summary>
    public static CellTemplate L5Basket() => Basket("L5_basket", distal: []);

    private static CellTemplate Basket(string name, ImmutableArray<string> distal)
    {
        var soma = new Section
        {
            Name = "soma",
            Length = 39,
            Diameter = 20,
            Capacitance = 0.85,
            AxialResistivity = 200,
            InitialVoltage = -64.9737,
            EndPoints = (default, new Point3(0, 0, 39)),
            Receptors = ["ampa", "gabaa", "nmda"],
        };
        return new CellTemplate
        {
            Name = name,
            Sections = [soma.WithMechanism("hh2")],
            Synapses = Sorted<Synapse>(
            [
                new("ampa", new Exp2Synapse(0, 0.5, 5)),
                new("gabaa", new Exp2Synapse(-80, 0.5, 5)),
                new("nmda", new Exp2Synapse(0, 1, 20)),
            ]),
            Locations = Sorted<ImmutableArray<string>>([new("proximal", ["soma"]), new("distal", distal)]),
        };
    }

    private static CellTemplate Pyramidal(
        string name,
        HnnParameters parameters,
        ImmutableArray<string> apical,
        ImmutableDictionary<string, ImmutableArray<string>> mechanisms,
        Func<string, double> initialVoltage)
    {
        ImmutableArray<string> dendrites = ["apical_trunk", .. apical, "apical_oblique", "basal_1", "basal_2", "basal_3"];
        var cell = new CellTemplate
        {
            Name = name,
            Sections = [.. dendrites.Add("soma").Select(section => PyramidalSection(name, section, parameters, mechanisms) with { InitialVoltage = initialVoltage(section) })],
            Joints =
            [
                new("soma", 0, "basal_1"), new("soma", 1, "apical_trunk"), new("apical_trunk", 1, "apical_1"), new("apical_trunk", 1, "apical_oblique"),
                .. apical.Zip(apical.Skip(1), (below, above) => new SectionJoint(below, 1, above)),
                new("basal_1", 1, "basal_2"), new("basal_1", 1, "basal_3"),
            ],
            Synapses = Sorted(_pyramidalReceptors.Select(receptor => KeyValuePair.Create(receptor, PyramidalSynapse(name, receptor, parameters)))),
            Locations = Sorted<ImmutableArray<string>>([new("proximal", ["apical_oblique", "basal_2", "basal_3"]), new("distal", ["apical_tuft"])]),
        };
        return cell.Reshaped();
    }

    private static Section PyramidalSection(
        string cell, string name, HnnParameters parameters, ImmutableDictionary<string, ImmutableArray<string>> mechanisms)
    {
        // The keys of lengths and diameters write apical_1 as apical1; all other keys know only soma and dend.
        var shape = $"{cell}_{name.Replace("_", "", StringComparison.Ordinal)}";
        var membrane = name == "soma" ? $"{cell}_soma" : $"{cell}_dend";
        var section = new Section
        {
            Name = name,
            Length = parameters[$"{shape}_L"],
            Diameter = parameters[$"{shape}_diam"],
            Capacitance = parameters[$"{membrane}_cm"],
            AxialResistivity = parameters[$"{membrane}_Ra"],
            EndPoints = (default, Direction(name)),
            Receptors = name == "soma" ? ["gabaa", "gabab"] : _pyramidalReceptors,
        };
        foreach (var (mechanism, names) in mechanisms)
            foreach (var parameter in names)
                section = section.WithDensity(mechanism, parameter, parameters[$"{membrane}_{parameter}_{mechanism}"]);
        return section;
    }

    // A key such as L2Pyr_nmda_mechname names the model; a key of a parameter the model does not have is left aside.
    private static Synapse PyramidalSynapse(string cell, string receptor, HnnParameters parameters)
    {
        var prefix = $"{cell}_{receptor}_";
        var model = parameters.Contains($"{prefix}mechname") ? parameters.Text($"{prefix}mechname") : "Exp2Syn";
        return SynapseLibrary.Create(model, SynapseLibrary.ParametersOfModel(model)
            .Where(parameter => parameters.Contains(prefix + parameter))
            .Select(parameter => KeyValuePair.Create(parameter, parameters[prefix + parameter])));
    }

    private static Point3 Direction(string section) => section switch
    {
        "apical_oblique" => new Point3(-1, 0, 0),
        "basal_1" => new Point3(0, 0, -1),
        "basal_2" => new Point3(-1, 0, -1),
        "basal_3" => new Point3(1, 0, -1),
        _ => new Point3(0, 0, 1),
    };

    private static double Layer5InitialVoltage(string section) => section switch
    {
        "apical_1" => -71.32,
        "apical_2" => -69.08,
        "apical_tuft" => -67.30,
        _ => -72,
    };

    private static CellTemplate WithInDendrites(CellTemplate cell, string mechanism, string parameter, DensityProfile density) => cell with
    {
        Sections = [.. cell.Sections.Select(section => section.Name == "soma" ? section : section.WithDensity(mechanism, parameter, density))],
    };

    private static ImmutableSortedDictionary<string, T> Sorted<T>(IEnumerable<KeyValuePair<string, T>> entries) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, entries);
}
