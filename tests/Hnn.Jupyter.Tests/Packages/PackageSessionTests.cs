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

    [Fact]
    public async Task A_preloaded_package_needs_neither_source_nor_restore()
    {
        using var cells = new Recorder(EngineOptions.Default with { PackageCache = _feed.Cache, PreloadedAssemblies = ["Hnn.Core"] });

        await cells.RunAsync("#r \"nuget:Hnn.Core,99.0.0\"\ntypeof(Hnn.Core.Drives.EvokedDrive).Name");

        Assert.Equal("EvokedDrive", cells.Last["text/plain"]);
        Assert.False(Directory.Exists(_feed.Cache));
    }

    [Fact]
    public async Task Two_versions_of_a_package_in_one_notebook_are_refused()
    {
        using var cells = Cells();

        var error = await cells.FailAsync("#r \"nuget:Hnn.Test.Twice,1.2.3\"\n#r \"nuget:Hnn.Test.Twice,2.0.0\"");

        Assert.Contains("Version 1.2.3 was asked for before", error.Value, StringComparison.Ordinal);
    }

    public void Dispose() => _feed.Dispose();

    private Recorder Cells() => new(EngineOptions.Default with { PackageCache = _feed.Cache });
}
