using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Cli.Tests.Verbs;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-simulate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Dipoles_spikes_and_provenance_are_written_as_the_library_gives_them()
    {
        var net = SmallNetwork();

        var run = await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "40", "--trials", "2", "--out", PathOf("out"));

        var expected = net.Simulate(SimulationOptions.Default with { StopTime = 40, Trials = 2 }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        expected.Dipoles[1].Save(PathOf("expected.txt"));
        Assert.Equal(await ReadAsync("expected.txt"), await ReadAsync("out/dipole_1.txt"));
        Assert.True(expected.CellResponse.HasSameSpikesAs(CellResponse.LoadSpikes(PathOf("out/spk_*.txt"))));
        Assert.Equal(ProvenanceFile.Format(expected.Provenance), await ReadAsync("out/provenance.json"));
    }

    [Theory, InlineData("figure.html", "<title>"), InlineData("figure.svg", "<svg"), InlineData("figure.png", "PNG")]
    public async Task A_figure_is_drawn_where_it_is_asked_for(string file, string content)
    {
        SmallNetwork();

        await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "20", "--out", PathOf("out"), "--figure", PathOf(file));

        Assert.Contains(content, await ReadAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_object_that_lists_the_files()
    {
        SmallNetwork();

        var run = await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "10", "--out", PathOf("out"), "--json");

        Assert.All(run.Json.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
    }

    [Fact]
    public async Task A_network_without_drives_is_simulated_with_a_warning()
    {
        NetworkFile.Save(Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) }), PathOf("net.json"));

        var run = await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "5", "--out", PathOf("out"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("Warning: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_network_is_an_error_that_names_file_and_place()
    {
        await File.WriteAllTextAsync(PathOf("net.json"), "{ \"object_type\": ", TestContext.Current.CancellationToken);

        var run = await CliRun.Of("simulate", PathOf("net.json"), "--out", PathOf("out"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("net.json", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("out")));
    }

    private Network SmallNetwork()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 2) });
        net.AddDefaultErpDrives();
        NetworkFile.Save(net, PathOf("net.json"));
        return net;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(PathOf(name), TestContext.Current.CancellationToken);
}
