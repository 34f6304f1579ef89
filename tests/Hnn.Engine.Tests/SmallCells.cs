using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Tests;

/// <summary>Hand-made cells, small enough to follow with pencil and paper.</summary>
internal static class SmallCells
{
    /// <summary>A soma of 20 µm by 20 µm, pointing up, with fast sodium and potassium channels: its area is 400π µm².</summary>
    public static Section Soma { get; } = new()
    {
        Name = CellTemplate.Soma,
        Length = 20,
        Diameter = 20,
        AxialResistivity = 100,
        Capacitance = 1,
        EndPoints = (default, new Point3(0, 0, 20)),
        Mechanisms = Channels(("hh2", [])),
        Receptors = ["ampa", "gabaa", "nmda", "gabab"],
    };

    /// <summary>A dendrite of 120 µm by 4 µm in three segments, going on upwards from the soma.</summary>
    public static Section Trunk { get; } = new()
    {
        Name = "apical_trunk",
        Length = 120,
        Diameter = 4,
        AxialResistivity = 100,
        Capacitance = 1,
        EndPoints = (new Point3(0, 0, 20), new Point3(0, 0, 140)),
        Mechanisms = Channels(("hh2", [("gnabar", 0.01), ("gkbar", 0.01)])),
        Receptors = ["ampa", "nmda"],
    };

    /// <summary>Only a soma.</summary>
    public static CellTemplate Basket { get; } = new() { Name = "Basket", Sections = [Soma], Synapses = Receptors };

    /// <summary>A soma and a trunk at its 1 end.</summary>
    public static CellTemplate Pyramidal { get; } = new()
    {
        Name = "Pyramidal",
        Sections = [Soma, Trunk],
        Joints = [new SectionJoint(CellTemplate.Soma, 1, "apical_trunk")],
        Synapses = Receptors,
    };

    /// <summary>The same with every mechanism there is.</summary>
    public static CellTemplate Rich { get; } = Pyramidal
        .With(CellTemplate.Soma, soma => soma with
        {
            Mechanisms = Channels(("hh2", []), ("ca", [("gbar", 60)]), ("cad", [("taur", 20)]), ("kca", [("gbar", 2e-4)]), ("km", [("gbar", 200)])),
        })
        .With("apical_trunk", trunk => trunk with
        {
            Mechanisms = Channels(
                ("hh2", [("gnabar", 0.01), ("gkbar", 0.01)]), ("ca", [("gbar", 60)]), ("cad", []), ("kca", []), ("cat", [("gbar", 2e-4)]), ("ar", [("gbar", 1e-6)])),
        });

    private static ImmutableSortedDictionary<string, Synapse> Receptors => ImmutableSortedDictionary.CreateRange<string, Synapse>(
        StringComparer.Ordinal,
        [
            new("ampa", new Exp2Synapse(0, 0.5, 5)),
            new("gabaa", new Exp2Synapse(-80, 0.5, 5)),
            new("nmda", new NmdaGaoSynapse()),
            new("gabab", new GabaBDestexheSynapse()),
        ]);

    /// <summary>Mechanisms of a section by name, each with the parameters that differ from its defaults.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, DensityProfile>> Channels(
        params (string Mechanism, (string Parameter, DensityProfile Value)[] Settings)[] channels) =>
        channels.ToImmutableSortedDictionary(
            channel => channel.Mechanism,
            channel => channel.Settings.ToImmutableSortedDictionary(setting => setting.Parameter, setting => setting.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
