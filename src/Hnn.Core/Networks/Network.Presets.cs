using Hnn.Core.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    private static readonly OrderedDictionary<string, Func<NetworkOptions?, Network>> Models = new()
    {
        ["jones2009"] = Jones2009,
        ["neymotin2020"] = Neymotin2020,
        ["law2021"] = Law2021,
        ["calcium"] = Calcium,
    };

    /// <summary>Names of the models that <see cref="Named"/> makes.</summary>
    public static IReadOnlyList<string> ModelNames => Models.Keys;

    /// <summary>A model by its name, for files and command lines.</summary>
    /// <param name="model">One of <see cref="ModelNames"/>.</param>
    /// <param name="options">Mesh and parameters. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no such model, or the mesh is smaller than 1 × 1.</exception>
    public static Network Named(string model, NetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Models.TryGetValue(model, out var make)
            ? make(options)
            : throw Refusal.Of(nameof(model), $"There is no model '{model}'.", $"Known are {string.Join(", ", ModelNames)}.", "Name one of these.");
    }

    /// <summary>The column of Jones et al. 2009, the model of the tutorials: the same network as <see cref="Neymotin2020"/>.</summary>
    /// <param name="options">Mesh and parameters. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The mesh is smaller than 1 × 1.</exception>
    public static Network Jones2009(NetworkOptions? options = null) => Neymotin2020(options);

    /// <summary>The standard column: pyramidal and basket cells of layers 2 and 5 with 16 groups of connections, without drives.</summary>
    /// <param name="options">Mesh and parameters. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The mesh is smaller than 1 × 1.</exception>
    /// <remarks>Source: Neymotin et al. 2020, eLife 9:e51214.</remarks>
    public static Network Neymotin2020(NetworkOptions? options = null)
    {
        var net = new Network(options);
        var parameters = net.Parameters;

        void Add(string from, string to, string at, string receptor, double spaceConstant, string key, bool allowAutapses = true) =>
            net.Connect(from, to, at, receptor, parameters[key], net.Delay, spaceConstant, allowAutapses: allowAutapses);

        Add("L2_pyramidal", "L2_pyramidal", "proximal", "nmda", 3, "gbar_L2Pyr_L2Pyr_nmda", allowAutapses: false);
        Add("L2_pyramidal", "L2_pyramidal", "proximal", "ampa", 3, "gbar_L2Pyr_L2Pyr_ampa", allowAutapses: false);
        Add("L5_pyramidal", "L5_pyramidal", "proximal", "nmda", 3, "gbar_L5Pyr_L5Pyr_nmda", allowAutapses: false);
        Add("L5_pyramidal", "L5_pyramidal", "proximal", "ampa", 3, "gbar_L5Pyr_L5Pyr_ampa", allowAutapses: false);
        Add("L2_basket", "L2_pyramidal", "soma", "gabaa", 50, "gbar_L2Basket_L2Pyr_gabaa");
        Add("L2_basket", "L2_pyramidal", "soma", "gabab", 50, "gbar_L2Basket_L2Pyr_gabab");
        Add("L5_basket", "L5_pyramidal", "soma", "gabaa", 70, "gbar_L5Basket_L5Pyr_gabaa");
        Add("L5_basket", "L5_pyramidal", "soma", "gabab", 70, "gbar_L5Basket_L5Pyr_gabab");
        Add("L2_pyramidal", "L5_pyramidal", "proximal", "ampa", 3, "gbar_L2Pyr_L5Pyr");
        Add("L2_pyramidal", "L5_pyramidal", "distal", "ampa", 3, "gbar_L2Pyr_L5Pyr");
        Add("L2_basket", "L5_pyramidal", "distal", "gabaa", 50, "gbar_L2Basket_L5Pyr");
        Add("L2_pyramidal", "L2_basket", "soma", "ampa", 3, "gbar_L2Pyr_L2Basket");
        Add("L2_basket", "L2_basket", "soma", "gabaa", 20, "gbar_L2Basket_L2Basket");
        Add("L5_basket", "L5_basket", "soma", "gabaa", 20, "gbar_L5Basket_L5Basket", allowAutapses: false);
        Add("L5_pyramidal", "L5_basket", "soma", "ampa", 3, "gbar_L5Pyr_L5Basket");
        Add("L2_pyramidal", "L5_basket", "soma", "ampa", 3, "gbar_L2Pyr_L5Basket");
        return net;
    }

    /// <summary>The column with slow inhibition changed to explain beta events.</summary>
    /// <param name="options">Mesh and parameters. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The mesh is smaller than 1 × 1.</exception>
    /// <remarks>Source: Law et al. 2021, Cerebral Cortex 32:668.</remarks>
    public static Network Law2021(NetworkOptions? options = null)
    {
        var net = Neymotin2020(options);
        foreach (var type in new[] { "L2_pyramidal", "L5_pyramidal" })
        {
            net.SetSynapse(type, "gabab", "tau1", 45);
            net.SetSynapse(type, "gabab", "tau2", 200);
        }
        net.RemoveMechanism("L5_pyramidal", ["soma", "basal_1", "basal_2", "basal_3"], "ca");

        net.FindConnections("L5_pyramidal", "L5_pyramidal", "proximal", "nmda").Single().Weight = 0.0004;
        net.FindConnections("L5_basket", "L5_pyramidal", "soma", "gabaa").Single().Weight = 0.02;
        net.FindConnections("L5_basket", "L5_pyramidal", "soma", "gabab").Single().Weight = 0.005;
        net.RemoveConnection(net.FindConnections("L2_basket", "L5_pyramidal", "distal", "gabaa").Single());
        net.Connect("L2_basket", "L5_pyramidal", "distal", "gabab", 0.0002, net.Delay, spaceConstant: 50);
        net.Connect("L5_basket", "L5_pyramidal", "distal", "gabaa", 0.025, net.Delay, spaceConstant: 70);
        return net;
    }

    /// <summary>The column whose layer 5 pyramidal cells have the improved calcium dynamics.</summary>
    /// <param name="options">Mesh and parameters. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The mesh is smaller than 1 × 1.</exception>
    /// <remarks>Source: Kohl et al. 2022, Brain Topography 35:19.</remarks>
    public static Network Calcium(NetworkOptions? options = null)
    {
        var net = Neymotin2020(options);
        net.ChangeCell("L5_pyramidal", _ => CellTemplates.L5PyramidalCalcium(net.Parameters));
        return net;
    }
}
