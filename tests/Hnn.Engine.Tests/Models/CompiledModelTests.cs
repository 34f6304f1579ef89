using Hnn.Engine.Models;

namespace Hnn.Engine.Tests.Models;

public sealed class CompiledModelTests
{
    private static readonly NetworkDescription Column = SmallNetworks.Column with { ElectrodeArrays = SmallNetworks.Electrodes };

    private static readonly CompiledModel Model = CompiledModel.Compile(Column, 0.025, 50);

    [Fact]
    public void A_model_with_other_weights_and_delays_is_alike_and_shares_plans()
    {
        var other = Like(Column with { Projections = [.. Column.Projections.Select(p => p with { Weight = 2 * p.Weight, Delay = p.Delay + 1 })] });

        Assert.True(other.IsAlike(Model));
        Assert.Same(Model.Plans[0], other.Plans[0]);
        Assert.False(other.HasSameLocalContacts(Model));
    }

    [Fact]
    public void Contacts_between_cells_are_shared_where_only_drives_differ()
    {
        var other = Like(Column with { Projections = Column.Projections.SetItem(0, Column.Projections[0] with { Weight = 0.01 }) });

        Assert.True(other.HasSameLocalContacts(Model));
        Assert.Equal(0.01 * Model.Contacts.Of(15)[0].Weight / 0.03, other.Contacts.Of(15)[0].Weight, 1e-17);
    }

    [Fact]
    public void Models_are_not_alike_if_cells_places_currents_or_times_differ()
    {
        Assert.False(Like(Column with { Celsius = 36 }).IsAlike(Model));
        Assert.False(Like(Column with { Positions = Column.Positions.SetItem(0, default) }).IsAlike(Model));
        Assert.False(Like(Column with { Thresholds = Column.Thresholds.SetItem(0, 1) }).IsAlike(Model));
        Assert.False(Like(Column with { Clamps = [new CurrentClamp("pyramidal", "soma", 0.1, 0, 10)] }).IsAlike(Model));
        Assert.False(Like(Column with { ElectrodeArrays = [] }).IsAlike(Model));
        Assert.False(Like(Column with { Projections = Column.Projections.RemoveAt(5) }).IsAlike(Model));
        Assert.False(CompiledModel.Compile(Column, 0.05, 50, Model).IsAlike(Model));
        Assert.False(CompiledModel.Compile(Column, 0.025, 60, Model).IsAlike(Model));
        Assert.False(CompiledModel.Compile(Column, 0.025, 50).IsAlike(Model));
    }

    private static CompiledModel Like(NetworkDescription network) => CompiledModel.Compile(network, 0.025, 50, Model);
}
