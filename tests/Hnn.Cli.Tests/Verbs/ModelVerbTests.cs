using Hnn.Core.Files;
using Hnn.Core.Networks;

namespace Hnn.Cli.Tests.Verbs;

public class ModelVerbTests
{
    public static TheoryData<string, Func<NetworkOptions, Network>> Models => new()
    {
        { "jones2009", options => Network.Jones2009(options) },
        { "neymotin2020", options => Network.Neymotin2020(options) },
        { "law2021", options => Network.Law2021(options) },
        { "calcium", options => Network.Calcium(options) },
    };

    [Theory, MemberData(nameof(Models))]
    public async Task A_model_on_standard_output_is_a_network_file_of_that_model(string name, Func<NetworkOptions, Network> make)
    {
        var run = await CliRun.Of("model", name, "--mesh", "3x2");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(make(NetworkOptions.Default with { Mesh = (3, 2) }), NetworkFile.Parse("standard output", run.Output));
    }

    [Fact]
    public async Task The_drives_of_the_evoked_response_can_be_added()
    {
        var run = await CliRun.Of("model", "jones2009", "--mesh", "2x2", "--erp-drives");

        Assert.Equal(["evdist1", "evprox1", "evprox2"], NetworkFile.Parse("standard output", run.Output).Drives.Names);
    }
}
