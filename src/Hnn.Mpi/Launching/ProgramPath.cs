namespace Hnn.Mpi.Launching;

// Programs by name, as a shell finds them.
internal static class ProgramPath
{
    /// <summary>Full path of a program; null if it is nowhere.</summary>
    /// <param name="program">Its name, looked for in the folders of PATH, or its path.</param>
    public static string? Find(string program)
    {
        IEnumerable<string> places = Path.GetFileName(program) == program
            ? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program))
            : [Path.GetFullPath(program)];
        return places.SelectMany(WithEnding).FirstOrDefault(File.Exists);
    }

    private static string[] WithEnding(string path) => OperatingSystem.IsWindows() ? [path, $"{path}.exe"] : [path];
}
