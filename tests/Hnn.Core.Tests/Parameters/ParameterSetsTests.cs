using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Parameters;

public class ParameterSetsTests
{
    [Fact]
    public void The_sets_equal_the_parameter_files_they_come_from()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        RecordedParameters.AssertEqual(RecordedParameters.Of("default.json"), ParameterSets.Default);
        RecordedParameters.AssertEqual(RecordedParameters.Of("N20.json"), ParameterSets.N20);
        RecordedParameters.AssertEqual(RecordedParameters.Of("gamma_L5weak_L2weak.json"), ParameterSets.GammaL5WeakL2Weak);
    }
}
