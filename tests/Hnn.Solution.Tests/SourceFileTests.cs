using System.Text.RegularExpressions;

namespace Hnn.Solution.Tests;

public partial class SourceFileTests
{
    private static IEnumerable<string> AllFiles => Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"));

    [Fact]
    public void A_file_stays_under_400_lines()
    {
        var tooLong = AllFiles.Where(path => Repository.Lines(path).Length >= 400);

        Offenders.None(tooLong);
    }

    [Fact]
    public void A_file_holds_no_region_no_stub_and_no_note_to_self()
    {
        var unwelcome = AllFiles
            .Where(path => Path.GetFileName(path) != $"{nameof(SourceFileTests)}.cs")
            .SelectMany(path => Repository.Lines(path).Where(line => Unwelcome.IsMatch(line)).Select(line => $"{path}: {line.Trim()}"));

        Offenders.None(unwelcome);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var elsewhere = AllFiles.Where(path => DeclaredNamespace(path) is { } declared && declared != FolderNamespace(path));

        Offenders.None(elsewhere);
    }

    [Fact]
    public void A_file_holds_the_public_type_of_its_name_and_at_most_its_kinds()
    {
        var strangers = Repository.SourceFiles("src").SelectMany(path =>
            PublicTypes(path).Where(type => type != Path.GetFileName(path).Split('.')[0]).Select(type => $"{path} holds {type}"));

        Offenders.None(strangers);
    }

    // An abstract record and the records that derive from it may share a file, as a closed list of kinds.
    private static IEnumerable<string> PublicTypes(string path) =>
        Repository.Lines(path)
            .Where(line => !line.Contains($" : {Path.GetFileNameWithoutExtension(path)}", StringComparison.Ordinal))
            .Select(line => PublicType.Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    private static string? DeclaredNamespace(string path) =>
        Repository.Lines(path).Select(line => Namespace.Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;

    private static string FolderNamespace(string path) => string.Join('.', path.Split('/')[1..^1]);

    [GeneratedRegex(@"#region|//\s*(TODO|FIXME|HACK)\b|\bTODO:|NotImplementedException")]
    private static partial Regex Unwelcome { get; }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);")]
    private static partial Regex Namespace { get; }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)")]
    private static partial Regex PublicType { get; }
}
