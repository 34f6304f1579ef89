namespace Hnn.Solution.Tests;

public class TestFileTests
{
    // Folders of tests without a counterpart under src, each with its reason.
    private static readonly Dictionary<string, string> WithoutCounterpart = new()
    {
        ["Hnn.Solution.Tests"] = "The tests of the solution as a whole.",
        ["Hnn.Notebooks.Tests"] = "The notebooks of the folder notebooks, executed.",
        ["Hnn.Mpi.RankProgram"] = "What the ranks of the MPI tests run.",
        ["Hnn.Mpi.FaultProgram"] = "What does harm to MPI jobs.",
        ["Hnn.Mpi.Tests/Faults"] = "Whole jobs that something happens to.",
        ["Hnn.Mpi.Tests/Hosts"] = "Whole jobs on several hosts.",
        ["Hnn.Testing"] = "Helpers and the oracle: code for tests, not tests.",
        ["Hnn.Engine.Tests/Oracle"] = "The oracle is a second, plain engine; it stands in Hnn.Testing.",
    };

    private static IEnumerable<(string Path, string Folder, string Subject)> Tests =>
        Repository.SourceFiles("tests")
            .Where(path => path.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Where(path => !WithoutCounterpart.Keys.Any(folder => path.StartsWith($"tests/{folder}", StringComparison.Ordinal)))
            .Select(path => (path, MirroredFolder(path), Path.GetFileName(path).Replace("Tests.cs", ".cs", StringComparison.Ordinal)));

    [Fact]
    public void A_test_stands_in_the_folder_of_what_it_tests() =>
        Offenders.None(Tests.Where(test => !Directory.Exists(Path.Combine(Repository.Root, test.Folder))).Select(test => test.Path));

    [Fact]
    public void A_test_named_after_a_file_stands_at_that_files_path()
    {
        var places = Repository.SourceFiles("src").ToLookup(path => Path.GetFileName(path));

        Offenders.None(Tests.Where(test => places[test.Subject].Any() && !places[test.Subject].Contains($"{test.Folder}/{test.Subject}")).Select(test => test.Path));
    }

    private static string MirroredFolder(string path) =>
        "src" + Path.GetDirectoryName(path)!.Replace('\\', '/')["tests".Length..].Replace(".Tests", "", StringComparison.Ordinal);
}
