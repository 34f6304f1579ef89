using System.Xml.Linq;

namespace Hnn.Solution.Tests;

/// <summary>The checked-out repository, as files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All projects under src and tests: name and path of the project file.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } =
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

    /// <summary>Names of the projects under src, in alphabetical order.</summary>
    public static IEnumerable<string> SourceProjects =>
        Projects.Where(project => Relative(project.Value).StartsWith("src/", StringComparison.Ordinal)).Select(project => project.Key).Order(StringComparer.Ordinal);

    /// <summary>Paths of the C# files under a top-level folder, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(Relative)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Lines of a file given by its path relative to the root.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>Values of an attribute of all items of a kind in a project file.</summary>
    public static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Projects[project]).Descendants(kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HnnNotebooks.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests read the repository's files: run them from a checkout.");
        return folder;
    }
}
