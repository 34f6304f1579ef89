using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Launching;

// Asks a launcher for its version, once as long as its file stays the same.
internal static partial class LauncherFamilies
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), LauncherFamily> Known = new();

    // Words of --version; the first that fits holds.
    private static readonly (string Word, LauncherFamily Family)[] Words =
    [
        ("Open MPI", LauncherFamily.OpenMpi),
        ("OpenRTE", LauncherFamily.OpenMpi),
        ("PRRTE", LauncherFamily.OpenMpi),
        ("Microsoft MPI", LauncherFamily.MsMpi),
        ("HYDRA", LauncherFamily.Hydra),
        ("Intel(R) MPI", LauncherFamily.Hydra),
        ("slurm", LauncherFamily.Slurm),
    ];

    /// <summary>The family of a launcher.</summary>
    /// <param name="program">Its name or path.</param>
    /// <exception cref="MpiException">There is no such program.</exception>
    public static LauncherFamily Of(string program)
    {
        var path = ProgramPath.Find(program) ?? throw LaunchFault.NotFound(program);
        // A name such as mpiexec is often a link, which may come to mean another launcher.
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Known.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), _ => ByWords(Version(path)));
    }

    /// <summary>The family that describes its version with these words.</summary>
    public static LauncherFamily ByWords(string version) => Words.FirstOrDefault(known => version.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).Family;

    /// <summary>The number of a launcher's version; empty if it tells none.</summary>
    /// <param name="path">Its full path.</param>
    public static string NumberOf(string path) => Number.Match(Version(path)).Value;

    private static string Version(string path)
    {
        try
        {
            var start = new ProcessStartInfo(path, "--version") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var words = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (words.Wait(Limit))
                return string.Join('\n', words.Result);
            process.Kill(entireProcessTree: true);
            return "";
        }
        catch (Win32Exception fault)
        {
            throw new MpiException($"The launcher '{path}' cannot be started: {fault.Message}. Make the file executable, or let {nameof(MpiOptions)}.{nameof(MpiOptions.Launcher)} name another.");
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Number { get; }
}
