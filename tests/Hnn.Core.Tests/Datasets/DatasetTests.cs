using Hnn.Core.Datasets;
using Hnn.Testing;

namespace Hnn.Core.Tests.Datasets;

public class DatasetTests
{
    [Fact]
    public async Task The_tutorials_data_set_is_recognised_as_the_published_one()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var lookup = new DatasetLookup { DataFolder = ReferenceData.DataFolder, CacheFolder = Path.GetTempPath() };

        var found = await lookup.FindAsync(Dataset.S1SupraT, TestContext.Current.CancellationToken);

        Assert.Empty(found.Warnings);
        Assert.Equal(105, found.Dipole.Times.Length);
    }
}
