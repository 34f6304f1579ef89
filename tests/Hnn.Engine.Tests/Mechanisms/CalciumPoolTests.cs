using Hnn.Engine.Cells;
using Hnn.Engine.Mechanisms;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Mechanisms;

public sealed class CalciumPoolTests
{
    private static readonly EngineOptions Options = SmallNetworks.Until(20);

    // numerics.md section 11.
    [Fact]
    public void The_constants_at_37_degrees_are_the_references()
    {
        Assert.Equal(13.361624877005887, CalciumPool.NernstFactor(37));
        Assert.Equal(0.2488367461978179, Temperature.Adjustment(37), 1e-16);
    }

    // numerics.md section 5: E_Ca = 132.3266856510849 mV at 1e-4 mM.
    [Fact]
    public void The_reversal_at_rest_is_the_references() =>
        Assert.Equal(132.3266856510849, CalciumPool.NernstFactor(37) * Math.Log(2.0 / CalciumPool.Rest), 1e-12);

    [Theory]
    [InlineData("ca", "kca")]
    [InlineData("kca")]
    public void Without_a_pool_calcium_stays_where_it_is(params string[] mechanisms)
    {
        var recording = Run(EngineUnderTest.Library, mechanisms);

        Assert.All(recording.Probes[1], calcium => Assert.Equal(5e-5, calcium));
    }

    // The oracle has the constants of numerics.md section 5 on its own: E_Ca 132.4579 mV, 5e-5 mM.
    [Theory]
    [InlineData("ca")]
    [InlineData("kca")]
    [InlineData("ca", "kca")]
    [InlineData("ca", "kca", "cad")]
    public void Currents_with_and_without_a_pool_are_the_oracles(params string[] mechanisms)
    {
        var (expected, actual) = (Run(EngineUnderTest.Oracle, mechanisms), Run(EngineUnderTest.Library, mechanisms));

        // Rounding over 800 steps with a spike or two; 1e-9 mV is what the reference's README calls reachable.
        Assert.All(expected.Probes[0].Zip(actual.Probes[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(expected.Probes[1].Zip(actual.Probes[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static Recording Run(EngineUnderTest engine, string[] mechanisms)
    {
        var cell = SmallCells.Basket.With(CellTemplate.Soma, soma => soma with
        {
            Mechanisms = SmallCells.Channels([("hh2", []), .. mechanisms.Select(name => (name, name == "cad" ? [] : new[] { ("gbar", (DensityProfile)50) }))]),
        });
        var network = LoneCells.Of(cell).WithClamp(CellTemplate.Soma, 0.2, 5, 15);
        return engine.Run(
            network, new TrialInput([[]]), Options, new Probe(ProbeQuantity.Voltage, 0, CellTemplate.Soma), new Probe(ProbeQuantity.Calcium, 0, CellTemplate.Soma));
    }
}
