using Hnn.Engine.Mechanisms;

namespace Hnn.Engine.Tests.Mechanisms;

public sealed class MechanismLibraryTests
{
    [Fact]
    public void Every_mechanism_is_found_by_its_name() =>
        Assert.All(MechanismLibrary.All, mechanism => Assert.Same(mechanism, MechanismLibrary.TryGet(mechanism.Name, out var found) ? found : null));

    [Fact]
    public void An_unknown_name_is_not_found() => Assert.False(MechanismLibrary.TryGet("hh3", out _));

    // numerics.md section 2.1; the pool comes first there and is computed last, because it needs the sum of the currents.
    [Fact]
    public void Mechanisms_stand_in_the_references_order_of_currents() =>
        Assert.Equal(["cad", "ar", "ca", "cat", "hh2", "kca", "km"], MechanismLibrary.All.Select(mechanism => mechanism.Name));
}
