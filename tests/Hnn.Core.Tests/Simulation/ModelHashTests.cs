using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Simulation;

public class ModelHashTests
{
    private static readonly NetworkDescription Column = Network.Jones2009(new NetworkOptions { Mesh = (2, 2) }).Describe(100);

    [Fact]
    public void Equal_networks_have_equal_hashes() =>
        Assert.Equal(ModelHash.Of(Column), ModelHash.Of(Network.Jones2009(new NetworkOptions { Mesh = (2, 2) }).Describe(100)));

    [Fact]
    public void Minus_zero_is_zero() =>
        Assert.Equal(ModelHash.Of(Column with { Celsius = 0 }), ModelHash.Of(Column with { Celsius = -0.0 }));

    [Fact]
    public void The_hash_of_an_empty_network_is_the_same_on_every_machine() =>
        // SHA-256 of the bytes 0D000000 "Hnn network 1", 37.0 as a double and six empty lists, computed with Python's hashlib.
        Assert.Equal(
            "1229650e2938c40acbca6423d823b6ed5d148c3bbcb69de1918e68df72ca6cf5",
            ModelHash.Of(new NetworkDescription { Populations = [], Positions = [], Thresholds = [] }));

    public static TheoryData<string, NetworkDescription> Changes => new()
    {
        { "celsius", Column with { Celsius = 36 } },
        { "threshold", Column with { Thresholds = Column.Thresholds.SetItem(0, 1) } },
        { "position", Column with { Positions = Column.Positions.SetItem(0, new Point3(0, 0, 1)) } },
        { "weight", Column with { Projections = Column.Projections.SetItem(0, Column.Projections[0] with { Weight = 1 }) } },
        { "pair", Column with { Projections = Column.Projections.SetItem(0, Column.Projections[0] with { Targets = Column.Projections[0].Targets.SetItem(0, 5) }) } },
        { "order", Column with { Projections = [.. Column.Projections.Reverse()] } },
        { "clamp", Column with { Clamps = [new CurrentClamp("L2_basket", "soma", 1, 0, 10)] } },
        { "electrodes", Column with { ElectrodeArrays = [new ElectrodeArray("a", [new Point3(0, 0, 0)], 0.3, FieldMethod.LineSource, 0.5)] } },
        { "synapse", WithCell(cell => cell with { Synapses = cell.Synapses.SetItem("ampa", new Exp2Synapse(0, 0.5, 6)) }) },
        { "synapse model", WithCell(cell => cell with { Synapses = cell.Synapses.SetItem("nmda", new NmdaGaoSynapse()) }) },
        { "segments", WithCell(cell => cell.With("soma", section => section with { SegmentCount = 3 })) },
        { "density", WithCell(cell => cell.With("soma", section => section with { Mechanisms = section.Mechanisms.SetItem("hh2", section.Mechanisms["hh2"].SetItem("gnabar", 0.17)) })) },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Any_change_of_the_network_changes_the_hash(string change, NetworkDescription changed) =>
        Assert.False(ModelHash.Of(Column) == ModelHash.Of(changed), change);

    private static NetworkDescription WithCell(Func<CellTemplate, CellTemplate> change) =>
        Column with { Populations = Column.Populations.SetItem(0, Column.Populations[0] with { Cell = change(Column.Populations[0].Cell) }) };
}
