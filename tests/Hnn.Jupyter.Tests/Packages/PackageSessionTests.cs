using System.Reflection;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Packages;

public sealed class PackageSessionTests : IDisposable
{
    private readonly PackageFeed _feed = new();

    [Fact]
    public async Task A_package_from_a_folder_is_loaded_and_its_extension_runs()
    {
        _feed.Add("Hnn.Test.Loaded", "#!csharp\n\nvar fromExtension = Hnn.Test.Loaded.Greeting.Text();\nConsole.Write(\"extension ran\");");
        using var cells = Cells();

        await cells.RunAsync($"#i \"nuget:{_feed.Source}\"\n#r \"nuget: Hnn.Test.Loaded, 1.2.3\"\nHnn.Test.Loaded.Greeting.Text() == fromExtension");
        await cells.RunAsync("#r \"nuget:Hnn.Test.Loaded,1.2.3\"\nHnn.Test.Loaded.Greeting.Text()");

        Assert.Equal("extension ran", cells.Text);
        Assert.Equal("hello from Hnn.Test.Loaded", cells.Last["text/plain"]);
    }

    [Fact]
    public async Task What_was_restored_once_needs_no_source_again()
    {
        _feed.Add("Hnn.Test.Cached");
        using var first = Cells();
        using var second = Cells();
        var cell = $"#i \"nuget:{_feed.Source}\"\n#r \"nuget:Hnn.Test.Cached,1.2.3\"\nHnn.Test.Cached.Greeting.Text()";

        await first.RunAsync(cell);
        Directory.Delete(_feed.Source, recursive: true);
        Directory.CreateDirectory(_feed.Source);
        await second.RunAsync(cell);

        Assert.Equal("hello from Hnn.Test.Cached", second.Last["text/plain"]);
    }

    [Fact]
    public async Task A_missing_package_is_named_with_cell_line_and_remedy()
    {
        using var cells = Cells();
        await cells.RunAsync("1");

        var error = await cells.FailAsync($"#i \"nuget:{_feed.Source}\"\n\n#r \"nuget:Hnn.Test.Missing,1.0.0\"");

        Assert.StartsWith("cell 2, line 3: The package Hnn.Test.Missing 1.0.0 cannot be loaded. NU1101:", error.Value, StringComparison.Ordinal);
        Assert.Contains("Check its name and version, the network, and the sources", error.Value, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData(", *"), InlineData(", VERSION"), InlineData(", VERSION.0")]
    public async Task A_preloaded_package_needs_neither_source_nor_restore(string version)
    {
        using var cells = CellsWithCore();

        await cells.RunAsync($"#r \"nuget:Hnn.Core{version.Replace("VERSION", VersionOfCore, StringComparison.Ordinal)}\"\ntypeof(Hnn.Core.Drives.EvokedDrive).Name");

        Assert.Equal("EvokedDrive", cells.Last["text/plain"]);
        Assert.False(Directory.Exists(_feed.Cache));
    }

    [Fact]
    public async Task Another_version_of_a_preloaded_package_is_refused_with_the_one_at_hand()
    {
        using var cells = CellsWithCore();

        var error = await cells.FailAsync("#r \"nuget:Hnn.Core,99.0.0\"");

        Assert.StartsWith($"cell 1, line 1: The package Hnn.Core 99.0.0 cannot be loaded. Hnn.Core {VersionOfCore} is already at hand here", error.Value, StringComparison.Ordinal);
        Assert.Contains($"Write #r \"nuget: Hnn.Core\" or #r \"nuget: Hnn.Core, {VersionOfCore}\"", error.Value, StringComparison.Ordinal);
    }

    // A process has one assembly of a name: each case has its own.
    [Theory, InlineData("Hnn.Test.Short", "{"), InlineData("Hnn.Test.Empty", "{}"), InlineData("Hnn.Test.Lost", null)]
    public async Task A_damaged_outcome_of_an_earlier_restore_is_replaced(string name, string? damage)
    {
        _feed.Add(name);
        var cell = $"#i \"nuget:{_feed.Source}\"\n#r \"nuget:{name},1.2.3\"\n{name}.Greeting.Text()";
        using var first = Cells();
        using var second = Cells();
        await first.RunAsync(cell);
        var outcome = Directory.GetFiles(_feed.Cache, "project.assets.json", SearchOption.AllDirectories).Single();
        File.Delete(outcome);
        if (damage is not null)
            await File.WriteAllTextAsync(outcome, damage, TestContext.Current.CancellationToken);

        await second.RunAsync(cell);

        Assert.Equal($"hello from {name}", second.Last["text/plain"]);
        Assert.True(new FileInfo(outcome).Length > 100);
    }

    [Theory, InlineData("Hnn.Test.Newest", ""), InlineData("Hnn.Test.OfOne", ", 1.*")]
    public async Task The_newest_version_is_looked_for_each_time(string name, string version)
    {
        _feed.Add(name);
        using var cells = Cells();

        await cells.RunAsync($"#i \"nuget:{_feed.Source}\"\n#r \"nuget:{name}{version}\"\n{name}.Greeting.Text()");

        Assert.Equal($"hello from {name}", cells.Last["text/plain"]);
        Assert.Empty(Directory.GetFileSystemEntries(_feed.Cache));
    }

    [Fact]
    public async Task An_interrupted_restore_leaves_nothing_behind()
    {
        using var cells = Cells();
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = cells.Engine.RunAsync("#r \"nuget:Hnn.Test.Interrupted,1.2.3\"", cells, interrupt.Token);
        while (!Directory.Exists(_feed.Cache))
            await Task.Delay(1, TestContext.Current.CancellationToken);

        await interrupt.CancelAsync();
        var result = await running;
        while (Directory.GetFileSystemEntries(_feed.Cache).Length > 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        Assert.StartsWith("cell 1 was interrupted.", result.Error?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_of_a_package_in_one_notebook_are_refused()
    {
        using var cells = Cells();

        var error = await cells.FailAsync("#r \"nuget:Hnn.Test.Twice,1.2.3\"\n#r \"nuget:Hnn.Test.Twice,2.0.0\"");

        Assert.Contains("Version 1.2.3 was asked for before", error.Value, StringComparison.Ordinal);
    }

    public void Dispose() => _feed.Dispose();

    private static string VersionOfCore => typeof(Hnn.Core.Drives.EvokedDrive).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private Recorder CellsWithCore() => new(EngineOptions.Default with { PackageCache = _feed.Cache, PreloadedAssemblies = ["Hnn.Core"] });

    private Recorder Cells() => new(EngineOptions.Default with { PackageCache = _feed.Cache });
}
