using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Tests;

/// <summary>Starts programs on ranks under the launcher of one MPI family.</summary>
/// <param name="program">Name of the launcher.</param>
/// <param name="package">Debian's package that has it.</param>
internal sealed class Launcher(string program, string package)
{
    // Some ranks on a busy machine take seconds to start; what hangs, hangs for ever.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, Launcher> All = new()
    {
        ["Open MPI"] = new("mpiexec.openmpi", "openmpi-bin"),
        ["MPICH"] = new("mpiexec.mpich", "mpich"),
    };

    /// <summary>Names of the families that the tests know.</summary>
    public static IEnumerable<string> Families => All.Keys;

    /// <summary>The launcher of a family; where it is not installed, the test is skipped.</summary>
    public static Launcher Of(string family)
    {
        var launcher = All[family];
        Assert.SkipUnless(ProgramPath.Find(launcher.Program) is not null, $"Needs {family}: install the package {launcher.Package}.");
        return launcher;
    }

    /// <summary>Name of the program.</summary>
    public string Program { get; } = program;

    private string Package { get; } = package;

    /// <summary>Lets the tests' ranks do a deed to its end.</summary>
    /// <returns>What they wrote, and the launcher's exit code.</returns>
    public (string Output, string Error, int Code) Run(int ranks, string deed, params (string Name, string Value)[] environment) => Finish(Start(ranks, deed, environment));

    /// <summary>Starts the tests' ranks with a deed.</summary>
    public LauncherProcess Start(int ranks, string deed, params (string Name, string Value)[] environment) =>
        Start(ranks, ["dotnet", Path.Combine(AppContext.BaseDirectory, "Hnn.Mpi.RankProgram.dll"), deed], environment);

    /// <summary>Starts a program on ranks.</summary>
    public LauncherProcess Start(int ranks, string[] command, params (string Name, string Value)[] environment)
    {
        // Tests may run as root in a container. The binding must shield its process from a terminal's codes and from other
        // handlers of SIGSEGV by itself: ranks may also be started by hand.
        (string, string)[] variables = [("OMPI_ALLOW_RUN_AS_ROOT", "1"), ("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1"), ("TERM", "xterm"), ("UCX_ERROR_SIGNALS", "SIGSEGV"), .. environment];
        var options = MpiOptions.Default with { Launcher = Program, Processes = ranks };
        foreach (var (name, value) in variables)
            options = options with { Environment = options.Environment.SetItem(name, value) };
        return LauncherProcess.Start(LaunchCommand.For(options, command));
    }

    /// <summary>Ends the input of ranks and waits for them.</summary>
    /// <returns>What they wrote, and the launcher's exit code.</returns>
    public static (string Output, string Error, int Code) Finish(LauncherProcess process)
    {
        using (process)
        {
            process.Input.Close();
            var output = new StreamReader(process.Output).ReadToEndAsync();
            Assert.True(process.Ended.Wait(Limit), $"The ranks were still running after {Limit.TotalSeconds} s.\n{process.ErrorTail}");
            return (output.GetAwaiter().GetResult(), process.ErrorTail, process.Ended.Result);
        }
    }

    /// <summary>Waits until standard error has as many lines with a word.</summary>
    public static string[] Await(LauncherProcess process, int lines, string word)
    {
        string[] Said() => [.. process.ErrorTail.Split('\n').Where(line => line.Contains(word, StringComparison.Ordinal))];
        Assert.True(SpinWait.SpinUntil(() => Said().Length >= lines, Limit), $"Not {lines} lines with '{word}' within {Limit.TotalSeconds} s.\n{process.ErrorTail}");
        return Said();
    }
}
