using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

/// <summary>Programs outside of the repository, which have Hnn as packages, have what ranks run.</summary>
public sealed class RunnerPackageTests : IClassFixture<RunnerPackage>
{
    // A script host refers to packages where NuGet unpacked them, and copies nothing.
    private const string ScriptHost = """
        using System.Runtime.Loader;

        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Directory.GetFiles(args[0], $"{name.Name}.dll", SearchOption.AllDirectories)
                .Where(file => file.Contains("/lib/net10.0/")).Select(context.LoadFromAssemblyPath).FirstOrDefault();
        Script.Run();
        """;

    private readonly RunnerPackage _package;

    public RunnerPackageTests(RunnerPackage package)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        Assert.SkipUnless(InstalledMpi.IsAvailable, InstalledMpi.WhySkipped);
        _package = package;
    }

    [Fact]
    public async Task A_project_that_has_the_package_by_another_one_simulates_on_ranks()
    {
        _package.Write("app/Program.cs", RunnerPackage.Program);
        var project = _package.Write("app/app.csproj", Project("Hnn.Interactive"));

        AssertSameHash(await _package.Feed.RunAsync("dotnet", "run", "--project", project));
        Assert.True(File.Exists(_package.Feed.PathOf("app/bin/Debug/net10.0/runner/Hnn.Runner.dll")));
    }

    [Fact]
    public async Task A_published_program_that_is_a_single_file_has_the_runner_beside_it()
    {
        _package.Write("single/Program.cs", RunnerPackage.Program);
        var project = _package.Write("single/single.csproj", Project("Hnn.Mpi"));

        await _package.Feed.RunAsync(
            "dotnet", "publish", project, "-o", _package.Feed.PathOf("published"), "-p:PublishSingleFile=true", "--self-contained", "false", "--use-current-runtime");

        AssertSameHash(await _package.Feed.RunAsync(_package.Feed.PathOf(OperatingSystem.IsWindows() ? "published/single.exe" : "published/single")));
        Assert.False(File.Exists(_package.Feed.PathOf("published/Hnn.Mpi.dll")));
    }

    [Fact]
    public async Task A_program_of_one_source_file_that_names_the_package_simulates_on_ranks() =>
        AssertSameHash(await _package.Feed.RunAsync("dotnet", "run", _package.Write("program.cs", $"#:package Hnn.Mpi@*\n#:property PublishAot=false\n{RunnerPackage.Program}")));

    [Fact]
    public async Task A_script_host_that_loads_the_package_where_it_lies_simulates_on_ranks()
    {
        _package.Write("host/Program.cs", ScriptHost);
        _package.Write("host/Script.cs", RunnerPackage.Program.Replace("var net", "static class Script { public static void Run() {\nvar net", StringComparison.Ordinal) + "}}");
        var project = _package.Write("host/host.csproj", Project("Hnn.Mpi", "ExcludeAssets=\"runtime;build;buildTransitive\""));

        AssertSameHash(await _package.Feed.RunAsync("dotnet", "run", "--project", project, "--", _package.Feed.Cache));
        Assert.False(Directory.Exists(_package.Feed.PathOf("host/bin/Debug/net10.0/runner")));
    }

    private static string Project(string package, string assets = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><PackageReference Include="{package}" Version="*" {assets} /></ItemGroup>
        </Project>
        """;

    private static void AssertSameHash(string output)
    {
        var hashes = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, hashes.Length);
        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(64, hashes[0].Length);
    }
}
