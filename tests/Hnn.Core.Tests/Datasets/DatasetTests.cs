using Hnn.Core.Datasets;
using Hnn.Testing;

namespace Hnn.Core.Tests.Datasets;

public class DatasetTests
{
    public static TheoryData<string, int> Samples => new() { { "S1_SupraT.txt", 105 }, { "yes_trial_S1_ERP_all_avg.txt", 103 }, { "no_trial_S1_ERP_all_avg.txt", 103 } };

    [Theory, MemberData(nameof(Samples))]
    public async Task A_data_set_is_recognised_as_the_published_one(string fileName, int samples)
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var lookup = new DatasetLookup { DataFolder = ReferenceData.DataFolder, CacheFolder = Path.GetTempPath() };

        var found = await lookup.FindAsync(Dataset.All.Single(dataset => dataset.FileName == fileName), TestContext.Current.CancellationToken);

        Assert.Empty(found.Warnings);
        Assert.Equal(samples, found.Dipole.Times.Length);
    }
}
