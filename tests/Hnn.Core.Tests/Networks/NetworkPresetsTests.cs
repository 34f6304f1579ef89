using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Networks;

public class NetworkPresetsTests
{
    [Theory, InlineData(3, 1581, 57.49990226644), InlineData(10, 191025, 764.69577415)]
    public void The_default_column_has_the_contacts_of_the_reference(int mesh, int contacts, double weight)
    {
        // Source: counts and sum of the contacts with a weight in the reference with its default drives (numerics specification, 11);
        // the sums are given with 13 and 11 digits.
        var net = Network.Jones2009(new NetworkOptions { Mesh = (mesh, mesh) });
        net.AddDefaultErpDrives();

        var description = net.Describe(170);

        Assert.Equal(contacts, description.Projections.Sum(projection => projection.Sources.Length * projection.Sections.Length));
        var sum = description.Projections.Sum(projection => projection.Sections.Length * projection.Sources.Zip(projection.Targets)
            .Sum(pair => projection.Between(description.Positions[pair.First], description.Positions[pair.Second]).Weight));
        Assert.Equal(weight, sum, 1e-10 * weight);
    }

    [Fact]
    public void The_model_of_2009_is_the_model_of_2020() =>
        Assert.Equal(Network.Neymotin2020(new NetworkOptions { Mesh = (2, 2) }), Network.Jones2009(new NetworkOptions { Mesh = (2, 2) }));

    [Fact]
    public void The_law_model_has_slow_inhibition_and_17_groups_of_connections()
    {
        var net = Network.Law2021(new NetworkOptions { Mesh = (2, 2) });

        Assert.Equal(17, net.Connections.Count);
        Assert.Equal(new Exp2Synapse(-80, 45, 200), net.CellTypes["L2_pyramidal"].Cell.Synapses["gabab"]);
        Assert.Equal(new Exp2Synapse(-80, 45, 200), net.CellTypes["L5_pyramidal"].Cell.Synapses["gabab"]);
        var withCalcium = net.CellTypes["L5_pyramidal"].Cell.Sections.Where(section => section.Mechanisms.ContainsKey("ca")).Select(section => section.Name);
        Assert.Equal(["apical_trunk", "apical_1", "apical_2", "apical_tuft", "apical_oblique"], withCalcium);
        Assert.Equal(0.0004, net.FindConnections("L5_pyramidal", "L5_pyramidal", receptor: "nmda").Single().Weight);
        Assert.Equal([("gabab", 0.0002, 50.0)], net.FindConnections("L2_basket", "L5_pyramidal").Select(c => (c.Receptor, c.Weight, c.SpaceConstant)));
        Assert.Equal([("gabaa", 0.025, 70.0)], net.FindConnections("L5_basket", "L5_pyramidal", "distal").Select(c => (c.Receptor, c.Weight, c.SpaceConstant)));
    }

    [Fact]
    public void The_calcium_model_differs_in_its_layer_5_pyramidal_cells_only()
    {
        var (calcium, standard) = (Network.Calcium(new NetworkOptions { Mesh = (2, 2) }), Network.Jones2009(new NetworkOptions { Mesh = (2, 2) }));

        Assert.Equal(new LinearDensity(10, 40, 1501), calcium.CellTypes["L5_pyramidal"].Cell["apical_tuft"].Mechanisms["ca"]["gbar"]);
        Assert.Equal(new UniformDensity(60), calcium.CellTypes["L5_pyramidal"].Cell["soma"].Mechanisms["ca"]["gbar"]);
        Assert.NotEqual(standard, calcium);
        calcium.ChangeCell("L5_pyramidal", _ => standard.CellTypes["L5_pyramidal"].Cell);
        Assert.Equal(standard, calcium);
    }

    [Fact]
    public void Every_model_can_be_had_by_its_name()
    {
        var options = NetworkOptions.Default with { Mesh = (1, 1) };

        Assert.Equal(["jones2009", "neymotin2020", "law2021", "calcium"], Network.ModelNames);
        Assert.Equal(Network.Law2021(options), Network.Named("law2021", options));
        Assert.Contains("law2021", Columns.Refusal(() => Network.Named("law2020")), StringComparison.Ordinal);
    }
}
