using System.Diagnostics;

namespace Hnn.Mpi.Tests;

/// <summary>Starts the rank program under the launcher of one MPI family, and ends what it started.</summary>
/// <param name="program">Name of the launcher.</param>
/// <param name="package">Debian's package that has it.</param>
/// <param name="options">What it needs to start any number of ranks here.</param>
internal sealed class Launcher(string program, string package, params string[] options)
{
    // Some ranks on a busy machine take seconds to start; what hangs, hangs for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, Launcher> All = new()
    {
        ["Open MPI"] = new("mpiexec.openmpi", "openmpi-bin", "--oversubscribe", "--bind-to", "none"),
        ["MPICH"] = new("mpiexec.mpich", "mpich"),
    };

    /// <summary>Names of the families that the tests know.</summary>
    public static IEnumerable<string> Families => All.Keys;

    /// <summary>The launcher of a family; where it is not installed, the test is skipped.</summary>
    public static Launcher Of(string family)
    {
        var launcher = All[family];
        Assert.SkipUnless(launcher.IsInstalled, $"Needs {family}: install the package {launcher.Package}.");
        return launcher;
    }

    /// <summary>Name of the program.</summary>
    public string Program { get; } = program;

    /// <summary>What it is given before the number of ranks.</summary>
    public IReadOnlyList<string> Options { get; } = options;

    private string Package { get; } = package;

    private bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Lets ranks do a deed to its end.</summary>
    /// <returns>What they wrote, and the launcher's exit code.</returns>
    public (string Output, string Error, int Code) Run(int ranks, string deed, params (string Name, string Value)[] environment)
    {
        using var process = Start([.. Options, "-n", $"{ranks}", "dotnet", Path.Combine(AppContext.BaseDirectory, "Hnn.Mpi.RankProgram.dll"), deed], environment);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExit(Limit);
        if (!ended)
            End(process);
        var (written, complaints) = (output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        Assert.True(ended, $"{Program} -n {ranks} {deed} was still running after {Limit.TotalSeconds} s.\n{written}\n{complaints}");
        return (written, complaints, process.ExitCode);
    }

    private Process Start(string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Tests may run as root in a container. A terminal's name is what makes .NET write its codes where they do not belong.
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("OMPI_ALLOW_RUN_AS_ROOT", "1"), ("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1"), ("TERM", "xterm"), .. environment])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    // A launcher that is asked to end takes its ranks and their shared memory with it; killed, it leaves them.
    private static void End(Process process)
    {
        using (var ask = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            ask.WaitForExit();
        if (!process.WaitForExit(Grace))
            process.Kill(entireProcessTree: true);
    }
}
