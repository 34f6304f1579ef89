using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

/// <summary>Hnn.Mpi and a package that needs it, Hnn.Interactive, packed into a feed, once for all tests.</summary>
public sealed class RunnerPackage : IAsyncLifetime
{
    /// <summary>Prints the hash of a simulation twice: on threads and on two ranks.</summary>
    public const string Program = """
        using Hnn.Core.Networks;
        using Hnn.Core.Simulation;
        using Hnn.Core.Verification;
        using Hnn.Mpi;

        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        net.AddDefaultErpDrives();
        var options = SimulationOptions.Default with { StopTime = 40, Trials = 2 };
        Console.WriteLine(OutputHash.Of(net.Simulate(options)));
        using (new MpiBackend(MpiOptions.Default with { Processes = 2, RequiresMpi = true }))
            Console.WriteLine(OutputHash.Of(net.Simulate(options)));
        """;

    /// <summary>The feed, and the place where it is used.</summary>
    public PackageFeed Feed { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (!LongTests.AreWanted)
            return;
        InstalledMpi.AllowRoot();
        await Feed.PackAsync("Hnn.Engine", "Hnn.Core", "Hnn.Mpi", "Hnn.Plots", "Hnn.Interactive");
    }

    public ValueTask DisposeAsync()
    {
        Feed.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a file of the place, and returns its path.</summary>
    public string Write(string file, string text)
    {
        var path = Feed.PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
