using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

public sealed class RunnerProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_runner_stands_beside_every_program_that_uses_it() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "runner", "Hnn.Runner.dll"), RunnerProgram.Runner(_ => null, program: "elsewhere"));

    [Theory, InlineData("bin/runner", "bin"), InlineData("hnn.mpi/0.1.0/runner", "hnn.mpi/0.1.0/lib/net10.0")]
    public void It_is_found_in_an_output_and_in_a_package(string place, string assembly)
    {
        Directory.CreateDirectory(_folder.PathOf(assembly));
        var runner = Create($"{place}/Hnn.Runner.dll");

        Assert.Equal(runner, RunnerProgram.Beside(_folder.PathOf(assembly)));
    }

    [Theory, InlineData("mine/Hnn.Runner.dll"), InlineData("mine")]
    public void A_variable_names_another_by_file_or_folder(string value)
    {
        var runner = Create("mine/Hnn.Runner.dll");

        Assert.Equal(runner, RunnerProgram.Runner(_ => _folder.PathOf(value), program: ""));
    }

    [Fact]
    public void A_variable_that_names_nothing_is_an_error()
    {
        var fault = Assert.Throws<MpiException>(() => RunnerProgram.Runner(_ => "no-such-folder", program: ""));

        Assert.StartsWith("HNN_RUNNER names 'no-such-folder'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dotnet_that_runs_us_runs_the_ranks_else_the_one_that_variables_name_else_any()
    {
        var (own, host, root) = (Create("own/dotnet"), Create("host/dotnet"), Create("root/dotnet"));
        string? Both(string name) => name == "DOTNET_HOST_PATH" ? host : _folder.PathOf("root");
        string? Root(string name) => name == "DOTNET_ROOT" ? _folder.PathOf("root") : null;

        Assert.Equal(own, RunnerProgram.Dotnet(Both, own));
        Assert.Equal(host, RunnerProgram.Dotnet(Both, "/usr/bin/hnn"));
        Assert.Equal(root, RunnerProgram.Dotnet(Root, "/usr/bin/hnn"));
        Assert.Equal("dotnet", RunnerProgram.Dotnet(_ => null, process: null));
    }

    private string Create(string file)
    {
        var path = _folder.PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
