namespace Hnn.Solution.Tests;

public class FolderReadmeTests
{
    [Fact]
    public void A_folder_with_several_files_says_in_a_few_lines_what_is_in_it()
    {
        var silent = FoldersWithSeveralFiles.Where(folder => !ReadmeIsShort(Path.Combine(Repository.Root, folder, "README.md")));

        Offenders.None(silent);
    }

    private static IEnumerable<string> FoldersWithSeveralFiles =>
        Repository.SourceFiles("src").GroupBy(path => Path.GetDirectoryName(path)!).Where(folder => folder.Count() > 1).Select(folder => folder.Key);

    private static bool ReadmeIsShort(string readme) => File.Exists(readme) && File.ReadAllLines(readme).Length is > 1 and < 12;
}
