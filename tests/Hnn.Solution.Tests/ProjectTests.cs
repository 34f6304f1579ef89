namespace Hnn.Solution.Tests;

public class ProjectTests
{
    // Who may refer to whom: only to the right in Hnn.Cli -> Hnn.Interactive -> Hnn.Plots -> Hnn.Core -> Hnn.Engine, with Hnn.Plots.Plotly beside Hnn.Plots, Hnn.Runner -> Hnn.Mpi on Hnn.Core and Hnn.Jupyter beside them all; Hnn.Programs brings these together, for Hnn.Cli and for programs.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Hnn.Engine"] = [],
        ["Hnn.Core"] = ["Hnn.Engine"],
        ["Hnn.Plots"] = ["Hnn.Core"],
        ["Hnn.Plots.Plotly"] = ["Hnn.Plots"],
        ["Hnn.Mpi"] = ["Hnn.Core"],
        ["Hnn.Runner"] = ["Hnn.Mpi"],
        ["Hnn.Interactive"] = ["Hnn.Plots", "Hnn.Mpi"],
        ["Hnn.Jupyter"] = [],
        ["Hnn.Programs"] = ["Hnn.Interactive", "Hnn.Plots.Plotly", "Hnn.Jupyter"],
        ["Hnn.Cli"] = ["Hnn.Core", "Hnn.Plots", "Hnn.Plots.Plotly", "Hnn.Interactive", "Hnn.Jupyter", "Hnn.Mpi", "Hnn.Programs"],
    };

    public static TheoryData<string> SourceProjects => [.. Repository.SourceProjects];

    [Theory, MemberData(nameof(SourceProjects))]
    public void A_project_refers_only_to_those_on_its_right(string project)
    {
        var references = Repository.Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void The_engine_needs_no_package() => Assert.Empty(Repository.Items("Hnn.Engine", "PackageReference"));

    [Theory, MemberData(nameof(SourceProjects))]
    public void Only_one_project_knows_Plotly(string project)
    {
        var knowsPlotly = Repository.Items(project, "PackageReference").Any(package => package.StartsWith("Plotly", StringComparison.Ordinal));

        Assert.Equal(project == "Hnn.Plots.Plotly", knowsPlotly);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "HnnNotebooks.sln"));

        Assert.All(Repository.Projects.Keys, project => Assert.Contains($"\\{project}.csproj\"", solution, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(SourceProjects))]
    public void Every_source_project_has_tests(string project) => Assert.True(Repository.Projects.ContainsKey($"{project}.Tests"));
}
