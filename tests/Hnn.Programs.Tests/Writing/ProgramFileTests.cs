using Hnn.Jupyter.Notebooks;
using Hnn.Programs.Writing;
using Hnn.Testing;

namespace Hnn.Programs.Tests.Writing;

public sealed class ProgramFileTests : IDisposable
{
    private static readonly Notebook Small = new() { Cells = [new("a", CellKind.Code, "1")] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Elsewhere_a_program_uses_the_package() =>
        Assert.Contains("\n#:package Hnn.Programs@*\n#:property PublishAot=false\n#:property UseCurrentRuntimeIdentifier=true\n", ProgramFile.TextFor(_folder.PathOf("a.cs"), Small, "a.ipynb"), StringComparison.Ordinal);

    [Fact]
    public void Within_the_repository_it_uses_the_project()
    {
        Directory.CreateDirectory(_folder.PathOf("src/Hnn.Programs"));
        File.WriteAllText(_folder.PathOf("src/Hnn.Programs/Hnn.Programs.csproj"), "");

        Assert.Contains("\n#:project ../../src/Hnn.Programs\n", ProgramFile.TextFor(_folder.PathOf("a/b/a.cs"), Small, "a.ipynb"), StringComparison.Ordinal);
    }
}
