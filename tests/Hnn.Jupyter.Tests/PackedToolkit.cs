using System.Reflection;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests;

/// <summary>A notebook that gets the toolkit as packages, made when these tests were built, and what it showed. What they depend on is taken from where the build restored it: no connection is needed.</summary>
/// <remarks>One for all tests, in one order: what a process has loaded stays loaded.</remarks>
public sealed class PackedToolkit : IAsyncLifetime
{
    private const string Figure = "Hnn.Plots.Plots.Dipoles([(\"one\", new Hnn.Core.Results.Dipole([0, 1, 2], [0, 1, 0]))])";

    // The smallest column, for a short time.
    private const string Simulation = "var net = Hnn.Core.Networks.Network.Jones2009(Hnn.Core.Networks.NetworkOptions.Default with { Mesh = (1, 1) });\n"
        + "Hnn.Core.Results.SimulationResult Simulate() => Hnn.Core.Simulation.NetworkSimulation.Simulate(net, stopTime: 5, trials: 2);\n"
        + "var threads = Hnn.Core.Verification.OutputHash.Of(Simulate());";

    private const string OnRanks = "string ranks;\nusing (new Hnn.Mpi.MpiBackend(processes: 2, launcher: \"mpiexec\"))\n    ranks = Hnn.Core.Verification.OutputHash.Of(Simulate());";

    private readonly PackageFeed _feed = new(fallback: Information<AssemblyMetadataAttribute>(data => data.Key == "PackageFolder").Value);

    /// <summary>Whether the library was loaded from the unpacked package.</summary>
    public bool IsFromPackage { get; private set; }

    /// <summary>A network, shown in the cell after the one that added Hnn.Interactive.</summary>
    public MimeBundle Network { get; private set; } = MimeBundle.Empty;

    /// <summary>A figure, shown then.</summary>
    public MimeBundle Picture { get; private set; } = MimeBundle.Empty;

    /// <summary>What was printed while two ranks simulated, if an MPI is installed.</summary>
    public string? RankWords { get; private set; }

    /// <summary>Whether their results are those of the threads.</summary>
    public bool AreRanksLikeThreads { get; private set; }

    /// <summary>What the extension says of charts after Hnn.Plots.Plotly was added, too.</summary>
    public string? Charts { get; private set; }

    /// <summary>The figure, shown then.</summary>
    public MimeBundle Chart { get; private set; } = MimeBundle.Empty;

    public async ValueTask InitializeAsync()
    {
        using var cells = new Recorder(EngineOptions.Default with { PackageCache = _feed.Cache });
        var version = Information<AssemblyInformationalVersionAttribute>(_ => true).InformationalVersion.Split('+')[0];

        await cells.RunAsync($"#i \"nuget:{Path.Combine(AppContext.BaseDirectory, "toolkit")}\"\n#r \"nuget: Hnn.Interactive, {version}\"");
        Network = await ShowAsync("Hnn.Core.Networks.Network.Jones2009()");
        Picture = await ShowAsync(Figure);
        IsFromPackage = (await ShowAsync("typeof(Hnn.Interactive.NotebookExtension).Assembly.Location"))["text/plain"]!.StartsWith(_feed.Store, StringComparison.Ordinal);

        if (InstalledMpi.IsAvailable)
            await SimulateOnRanksAsync();

        await cells.RunAsync($"#r \"nuget: Hnn.Plots.Plotly, {version}\"\nHnn.Interactive.NotebookExtension.Load();");
        await cells.RunAsync("Hnn.Interactive.NotebookSettings.ChartMode = Hnn.Interactive.ChartMode.Live;");
        Charts = (await ShowAsync("Hnn.Interactive.NotebookExtension.Charts"))["text/plain"];
        Chart = await ShowAsync(Figure);

        async Task SimulateOnRanksAsync()
        {
            InstalledMpi.AllowRoot();
            await cells.RunAsync(Simulation);
            await cells.RunAsync(OnRanks);
            RankWords = cells.Text;
            AreRanksLikeThreads = (await ShowAsync("ranks == threads"))["text/plain"] == "True";
        }

        async Task<MimeBundle> ShowAsync(string code)
        {
            await cells.RunAsync(code);
            return cells.Last;
        }
    }

    public ValueTask DisposeAsync()
    {
        _feed.Dispose();
        return ValueTask.CompletedTask;
    }

    private static T Information<T>(Func<T, bool> isMeant)
        where T : Attribute => typeof(PackedToolkit).Assembly.GetCustomAttributes<T>().Single(isMeant);
}
