using Hnn.Core.Datasets;
using Hnn.Core.Drives;
using Hnn.Core.FitSetups;
using Hnn.Core.Networks;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.FitSetups;

public sealed class FitSetupTests : IDisposable
{
    private const string Model = """ "network": { "model": "jones2009", "mesh": [3, 3], "erpDrives": true } """;
    private const string Mu = """ "parameters": { "mu": { "low": 20, "high": 30, "sets": "evprox1.mu" } } """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-setup-");

    public FitSetupTests() => File.WriteAllText(Path.Combine(_folder.FullName, "measured.txt"), "0 1\n20 2\n40 1\n");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_setup_becomes_an_optimizer_that_sets_the_numbers_its_paths_name()
    {
        var setup = await LoadAsync($$"""
            { {{Model}}, "target": "measured.txt", "trials": 2, "freshTrials": 0, "scaleFactor": 10, "smoothingWindow": 5, "evaluations": 1, "seed": 3, "solver": "sobol",
              "parameters": {
                "time": { "low": 20, "high": 30, "start": 22, "sets": "evprox1.mu" },
                "weight": { "low": 0.01, "high": 1, "log": true, "sets": ["evprox1.ampa.*"] },
                "late": { "linked": "time", "factor": 2, "sets": "evprox2.mu" },
                "delay": { "fixed": 0.4, "sets": "evdist1.delay.*" } } }
            """);

        var fit = setup.Optimizer.Fit(setup.Target, setup.Options, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((2, 0, 10.0, 5.0), (setup.Options.Trials, setup.Options.FreshTrials, setup.Options.ScaleFactor, setup.Options.SmoothingWindow));
        Assert.Equal((1, 3ul, "sobol", 40.0), (setup.Optimizer.MaxEvaluations, setup.Optimizer.Seed, setup.Optimizer.Solver.Name, setup.StopTime));
        var start = fit.NetworkWith(fit.History[0].Parameters);
        Assert.Equal((22.0, 44.0), (((EvokedDrive)start.Drives["evprox1"]).Mu, ((EvokedDrive)start.Drives["evprox2"]).Mu));
        Assert.All(start.Drives["evprox1"].AmpaWeights.Values, weight => Assert.Equal(0.1, weight, 1e-12));
        Assert.All(start.Drives["evdist1"].Delays.Values, delay => Assert.Equal(0.4, delay));
        Assert.Equal(["evdist1", "evprox1", "evprox2"], start.Drives.Names);
    }

    [Fact]
    public async Task A_network_may_be_a_file_beside_the_setup_or_a_model_with_evoked_drives()
    {
        var net = Columns.Small();
        net.AddEvokedDrive("one", 10, 1, 1, "proximal", ampaWeights: Columns.PyramidalWeights, delays: 0.2);
        Core.Files.NetworkFile.Save(net, Path.Combine(_folder.FullName, "net.json"));
        const string Rest = """ "target": "measured.txt", "parameters": { "mu": { "low": 5, "high": 15, "sets": "one.mu" } } """;

        var read = await LoadAsync($$"""{ "network": "net.json", {{Rest}} }""");
        var made = await LoadAsync($$"""
            { "network": { "model": "jones2009", "mesh": [3, 3], "drives": { "one": {
                "mu": 10, "sigma": 1, "location": "proximal", "ampa": { "L2_pyramidal": 0.01, "L5_pyramidal": 0.02 }, "delay": 0.2 } } }, {{Rest}} }
            """);

        Assert.Equal(net, read.Optimizer.InitialNetwork);
        Assert.Equal(net, made.Optimizer.InitialNetwork);
    }

    [Fact]
    public async Task A_published_data_set_can_be_the_target_and_a_stand_in_is_told()
    {
        var nowhere = new DatasetLookup { CacheFolder = _folder.FullName, Timeout = TimeSpan.FromMilliseconds(1) };

        var setup = await LoadAsync($$"""{ {{Model}}, "target": { "dataset": "S1_SupraT.txt" }, {{Mu}} }""", nowhere);

        Assert.NotEmpty(setup.Warnings);
        Assert.Equal(setup.Target!.Times[^1], setup.StopTime);
    }

    [Theory]
    [InlineData("""  "objective": "correlation" """, "correlation")]
    [InlineData("""  "objective": { "kind": "rmse", "start": 10, "stop": 30 } """, "RMSE")]
    [InlineData("""  "objective": { "kind": "bandPower", "bands": [{ "low": 20, "high": 80, "weight": 2 }] } """, "band power")]
    public async Task An_objective_is_a_word_or_an_object(string objective, string name) =>
        Assert.Equal(name, (await LoadAsync($$"""{ {{Model}}, "target": "measured.txt", {{objective}}, {{Mu}} }""")).Optimizer.Objective.Name);

    [Fact]
    public async Task All_faults_of_a_setup_are_told_at_once_each_with_its_place()
    {
        var faults = await FaultsOfAsync($$"""
            { {{Model}}, "target": "nothing.txt", "evaluatoins": 7, "trials": 0, "solver": "magic",
              "parameters": {
                "a": { "low": 3, "high": 2, "sets": "evprox1.mu" },
                "b": { "low": 0, "high": 1, "log": true, "sets": "evprox1.sigma" },
                "c": { "low": 0, "high": 1, "start": 2, "sets": "evprox9.mu" },
                "d": { "linked": "nobody", "sets": "evprox2.mu" },
                "e": { "low": 0, "high": 1, "fixed": 1, "sets": "evprox2.sigma" },
                "f": { "low": -1, "high": 1, "sets": "evdist1.sigma" },
                "g": { "low": 1, "high": 2, "sets": ["evdist1.mu", "evdist1.ampa.*"] },
                "h": { "low": 1, "high": 2, "sets": "evdist1.ampa.L5_pyramidal" },
                "i": { "low": 1, "high": 2 } } }
            """);

        (string? Place, string Text)[] expected =
        [
            (null, "nothing.txt"), ("$.evaluatoins", "means nothing here"), ("$.trials", "a whole number from 1"), ("$.solver", "no solver 'magic'"),
            ("$.parameters.a", "Exchange them"), ("$.parameters.b", "no logarithm"), ("$.parameters.c.start", "outside its bounds"), ("$.parameters.c.sets", "begins with no drive"),
            ("$.parameters.d.linked", "'nobody', which does not exist"), ("$.parameters.e", "not clear"), ("$.parameters.f.sets", "standard deviation of drive 'evdist1' is -1"),
            ("$.parameters.h.sets", "'evdist1.ampa.L5_pyramidal' is set twice"), ("$.parameters.i", "sets nothing"),
        ];
        Assert.All(expected, fault => Assert.Contains(faults, found => found.JsonPath == fault.Place && found.Message.Contains(fault.Text, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, faults.Count);
    }

    [Theory]
    [InlineData("[]", "It should be an object.")]
    [InlineData("{ ", "The file is not JSON.")]
    [InlineData("{}", "The key 'network' is missing.")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "parameters": {} }""", "No parameter is free.")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "parameters": [] }""", "It should be an object.")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "parameters": { "mu": 3 } }""", "It should be an object.")]
    [InlineData($$"""{ {{Model}}, "stopTime": 30, {{Mu}} }""", "compares with a measured dipole")]
    [InlineData($$"""{ {{Model}}, "objective": { "kind": "bandPower", "bands": [{ "low": 20, "high": 80 }] }, {{Mu}} }""", "The key 'stopTime' is missing.")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "objective": { "kind": "rmse", "start": 100 }, {{Mu}} }""", "no sample in common")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "objective": "bandPower", {{Mu}} }""", "has no bands")]
    [InlineData($$"""{ {{Model}}, "target": "measured.txt", "objective": "entropy", {{Mu}} }""", "one of rmse, correlation, bandPower")]
    [InlineData($$"""{ "network": { "model": "jones2010" }, "target": "measured.txt", {{Mu}} }""", "one of jones2009")]
    [InlineData($$"""{ "network": { "model": "jones2009", "mesh": [3] }, "target": "measured.txt", {{Mu}} }""", "two whole numbers")]
    [InlineData($$"""{ "network": "no.json", "target": "measured.txt", {{Mu}} }""", "no.json")]
    [InlineData($$"""{ {{Model}}, "target": { "dataset": "S1.txt" }, {{Mu}} }""", "one of S1_SupraT.txt")]
    [InlineData("""{ "network": { "model": "jones2009", "mesh": [3, 3], "drives": { "evprox1": { "mu": 1, "sigma": 1, "location": "proximal" } } }, "target": "measured.txt", "parameters": { "mu": { "low": 1, "high": 2, "sets": "evprox1.mu" } } }""", "has no targets")]
    public async Task A_setup_that_cannot_be_used_says_why(string text, string expected) =>
        Assert.Contains(await FaultsOfAsync(text), fault => fault.Message.Contains(expected, StringComparison.Ordinal));

    private async Task<IReadOnlyList<Core.Files.FileFault>> FaultsOfAsync(string text) => (await Assert.ThrowsAsync<FitSetupException>(() => LoadAsync(text))).Faults;

    private async Task<FitSetup> LoadAsync(string text, DatasetLookup? lookup = null)
    {
        var path = Path.Combine(_folder.FullName, "setup.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return await FitSetup.LoadAsync(path, lookup, TestContext.Current.CancellationToken);
    }
}
