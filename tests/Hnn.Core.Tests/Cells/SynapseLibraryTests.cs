using Hnn.Core.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Cells;

public class SynapseLibraryTests
{
    [Fact]
    public void Each_model_is_made_from_its_own_parameters_again()
    {
        foreach (var synapse in new Synapse[] { new Exp2Synapse(-80, 1, 20), new NmdaGaoSynapse { Magnesium = 2 }, new GabaBDestexheSynapse { K3 = 0.1 } })
            Assert.Equal(synapse, SynapseLibrary.Create(synapse.MechanismName, SynapseLibrary.ParametersOf(synapse)));
    }

    [Fact]
    public void Parameters_that_are_not_given_keep_the_models_defaults()
    {
        Assert.Equal(new NmdaGaoSynapse { UnbindingRate = 0.02, ConductanceFactor = 0.5 }, SynapseLibrary.Create("NMDA_gao", Values(("Beta", 0.02), ("gmax", 0.5))));
        Assert.Equal(new GabaBDestexheSynapse(), SynapseLibrary.Create("gabab_destexhe", []));
    }

    [Fact]
    public void Every_parameter_of_every_model_can_be_set()
    {
        foreach (var name in SynapseLibrary.Names)
        {
            var parameters = SynapseLibrary.ParametersOfModel(name).Index().Select(item => KeyValuePair.Create(item.Item, 1.5 + item.Index)).ToList();

            Assert.Equal(parameters, SynapseLibrary.ParametersOf(SynapseLibrary.Create(name, parameters)));
        }
    }

    [Fact]
    public void Models_parameters_and_values_that_do_not_fit_are_refused()
    {
        Assert.Contains("'AlphaSyn'", Refusal("AlphaSyn"), StringComparison.Ordinal);
        Assert.Contains("no parameter 'tau1'", Refusal("NMDA_gao", ("tau1", 1)), StringComparison.Ordinal);
        Assert.Contains("lacks tau1, tau2", Refusal("Exp2Syn", ("e", 0)), StringComparison.Ordinal);
        Assert.Contains("must be finite", Refusal("Exp2Syn", ("e", double.NaN)), StringComparison.Ordinal);
    }

    private static string Refusal(string model, params (string Name, double Value)[] values) =>
        Assert.ThrowsAny<ArgumentException>(() => SynapseLibrary.Create(model, Values(values))).Message;

    private static IEnumerable<KeyValuePair<string, double>> Values(params (string Name, double Value)[] values) =>
        values.Select(value => KeyValuePair.Create(value.Name, value.Value));
}
