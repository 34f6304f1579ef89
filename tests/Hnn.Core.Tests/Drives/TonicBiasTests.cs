using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Parameters;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Drives;

public class TonicBiasTests
{
    [Fact]
    public void The_recorded_biases_are_one_per_cell_type_and_name()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("drives/tonic_bias.json");

        var net = SettingsReplay.Network(recorded.GetProperty("settings"), _ => HnnParameters.Default);

        var expected = recorded.GetProperty("external_biases").EnumerateObject()
            .SelectMany(bias => bias.Value.EnumerateObject().Select(type => Bias(bias.Name, type.Name, type.Value)));
        Assert.Equal(expected, net.Biases);
    }

    private static TonicBias Bias(string name, string cellType, JsonElement bias) => new(
        name, cellType, bias.GetProperty("amplitude").AsDouble(), bias.GetProperty("section").GetString()!,
        bias.GetProperty("t0").AsDouble(), bias.GetProperty("tstop").AsOptionalDouble());
}
