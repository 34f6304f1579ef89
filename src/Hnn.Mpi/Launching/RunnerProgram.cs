using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Launching;

// Finds what the ranks run, and what starts it.
internal static class RunnerProgram
{
    /// <summary>Environment variable by which a user names the runner's Hnn.Runner.dll, or the folder that holds it.</summary>
    public const string Variable = "HNN_RUNNER";

    private const string FileName = "Hnn.Runner.dll";

    /// <summary>The words of the command that each rank runs: dotnet, and the runner.</summary>
    /// <exception cref="MpiException">The runner is at none of the places where it may be.</exception>
    public static string[] Find() => [Dotnet(Environment.GetEnvironmentVariable, Environment.ProcessPath), Runner(Environment.GetEnvironmentVariable, AppContext.BaseDirectory)];

    /// <summary>Full path of the runner.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="program">Folder of the running program, for where this assembly is a part of a single file.</param>
    public static string Runner(Func<string, string?> variable, string program)
    {
        if (variable(Variable) is { Length: > 0 } chosen)
        {
            var file = Path.GetFullPath(Directory.Exists(chosen) ? Path.Combine(chosen, FileName) : chosen);
            return File.Exists(file) ? file : throw new MpiException($"{Variable} names '{chosen}', but there is no {FileName}. Let it name the file or its folder, or unset it.");
        }

        var assembly = Path.GetDirectoryName(typeof(RunnerProgram).Assembly.Location) is { Length: > 0 } folder ? folder : program;
        return Beside(assembly) ?? throw new MpiException(
            $"The program that ranks run, {FileName}, is neither in the folder runner beside Hnn.Mpi.dll ({assembly}) nor in its package. " +
            $"Build the program with a reference to Hnn.Mpi, or let {Variable} name the file.");
    }

    /// <summary>The runner that belongs to an assembly: in the folder beside it, or at the root of its package, where the assembly is in lib/net10.0.</summary>
    /// <param name="folder">Folder of the assembly.</param>
    public static string? Beside(string folder) =>
        ((string[])[Path.Combine(folder, "runner"), Path.Combine(folder, "..", "..", "runner")])
            .Select(place => Path.GetFullPath(Path.Combine(place, FileName))).FirstOrDefault(File.Exists);

    /// <summary>The program dotnet: this process's own if it is that, or the one its variables name, or whatever PATH has.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="process">Path of this process's program.</param>
    public static string Dotnet(Func<string, string?> variable, string? process)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string?[] places = [Path.GetFileName(process) == name ? process : null, variable("DOTNET_HOST_PATH"), variable("DOTNET_ROOT") is { Length: > 0 } root ? Path.Combine(root, name) : null];
        return places.FirstOrDefault(place => place is { Length: > 0 } && File.Exists(place)) ?? "dotnet";
    }
}
