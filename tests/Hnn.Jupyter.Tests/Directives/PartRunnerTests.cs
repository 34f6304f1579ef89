using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Directives;

public sealed class PartRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Recorder _cells;

    public PartRunnerTests() => _cells = new Recorder(EngineOptions.Default with { Folder = _folder.PathOf("") });

    [Fact]
    public async Task A_library_is_referred_to_relative_to_the_folder()
    {
        SmallLibrary.Write(_folder.PathOf("lib"), "Hnn.Test.Direct", "hello");

        await _cells.RunAsync("#r \"lib/Hnn.Test.Direct.dll\"\nusing Hnn.Test.Direct;\nGreeting.Text()");

        Assert.Equal("hello", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task An_assembly_of_the_framework_is_there_already()
    {
        await _cells.RunAsync("#r \"System.Net.Http\"\ntypeof(System.Net.Http.HttpClient).Name");

        Assert.Equal("HttpClient", _cells.Last["text/plain"]);
    }

    [Theory]
    [InlineData("1;\n#r \"missing.dll\"", "cell 1, line 2: The assembly 'missing.dll' is neither")]
    [InlineData("#r \"text.dll\"", "cell 1, line 1: The file 'text.dll' is no .NET assembly.")]
    [InlineData("#!import missing.csx", "cell 1, line 1: The file 'missing.csx' does not exist.")]
    [InlineData("#!import text.txt", "cell 1, line 1: The file 'text.txt' cannot be imported.")]
    [InlineData("#!import text.ipynb", "cell 1, line 1: The file 'text.ipynb' cannot be imported. text.ipynb: The file is not JSON")]
    [InlineData("#i \"nuget:missing\"", "cell 1, line 1: The folder 'missing' does not exist")]
    [InlineData("#!nonsense", "cell 1, line 1: The directive '#!nonsense' is unknown")]
    public async Task What_cannot_be_carried_out_is_an_error_with_cell_and_line(string code, string message)
    {
        foreach (var name in new[] { "text.dll", "text.txt", "text.ipynb" })
            File.WriteAllText(_folder.PathOf(name), "no assembly and no notebook");

        var error = await _cells.FailAsync(code.Replace("1;\n", "\n", StringComparison.Ordinal));

        Assert.Equal("DirectiveError", error.Name);
        Assert.StartsWith(message, error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_imported_and_errors_name_its_line()
    {
        File.WriteAllText(_folder.PathOf("helpers.csx"), "#!/usr/bin/env dotnet-script\nint Inverse(int x) => 1 / x;");

        await _cells.RunAsync("#!import helpers.csx\nInverse(1)");
        var error = await _cells.FailAsync("Inverse(0)");

        Assert.Equal(["   at Inverse in helpers.csx, line 2, column 23", "   at the cell's own code in cell 2, line 1, column 1"], error.Traceback[1..]);
    }

    [Fact]
    public async Task A_notebook_is_imported_cell_by_cell()
    {
        var other = new Notebook { Cells = [new("a", CellKind.Code, "var a = 1;\na"), new("b", CellKind.Markdown, "# text"), new("c", CellKind.Code, "Console.Write(\"b\");\nvar b = 2;")] };
        other.Save(_folder.PathOf("other.ipynb"));

        await _cells.RunAsync("#!import other.ipynb\na + b");

        Assert.Equal(["1", "3"], _cells.Outputs.Where(output => output is not StreamOutput).Select(output => (output as DisplayOutput)?.Data["text/plain"] ?? ((ResultOutput)output).Data["text/plain"]));
        Assert.Equal("b", _cells.Text);
    }

    [Fact]
    public async Task An_error_in_an_imported_notebook_names_its_cell()
    {
        new Notebook { Cells = [new("a", CellKind.Code, "1"), new("b", CellKind.Code, "\nmissing()")] }.Save(_folder.PathOf("other.ipynb"));

        var error = await _cells.FailAsync("#!import other.ipynb");

        Assert.StartsWith("other.ipynb, cell 2, line 2, column 1: error CS0103", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_are_relative_to_the_file_that_names_them()
    {
        Directory.CreateDirectory(_folder.PathOf("sub"));
        File.WriteAllText(_folder.PathOf("sub/outer.csx"), "#!import inner.dib\nvar outer = inner + 1;");
        File.WriteAllText(_folder.PathOf("sub/inner.dib"), "#!meta\n\n{\"kernelInfo\":{}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\nvar inner = 1;");

        await _cells.RunAsync("#!import sub/outer.csx\nouter");

        Assert.Equal("2", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_refused()
    {
        File.WriteAllText(_folder.PathOf("a.csx"), "#!import b.csx");
        File.WriteAllText(_folder.PathOf("b.csx"), "\n#!import a.csx");

        var error = await _cells.FailAsync("#!import a.csx");

        Assert.StartsWith("b.csx, line 2: The file 'a.csx' imports itself", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_languages_are_shown()
    {
        await _cells.RunAsync("#!markdown\n# Title\n#!html\n<b>x</b>\n#!javascript\nlet a;\n#!csharp\n1 + 1");

        Assert.Equal(["text/markdown", "text/html", "application/javascript"], _cells.Outputs.OfType<DisplayOutput>().SelectMany(display => display.Data.Forms.Keys));
        Assert.Equal("2", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task Lines_behind_a_directive_keep_their_numbers()
    {
        var error = await _cells.FailAsync("#!html\n<b>x</b>\n#!csharp\nmissing()");

        Assert.StartsWith("cell 1, line 4, column 1:", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_a_cell_is_shown_when_asked_for()
    {
        await _cells.RunAsync("#!time\nvar x = 1;");

        Assert.Matches(@"^Wall time: \d+\.\d ms$", _cells.Last["text/plain"]!);
    }

    [Fact]
    public async Task The_variables_are_shown_when_asked_for()
    {
        await _cells.RunAsync("var name = \"Ada\"; var list = new List<int> { 1, 2 };");
        await _cells.RunAsync("var name = 'A';\n#!whos");

        Assert.Equal("Name  Type         Value\nlist  List<Int32>  [ 1, 2 ]\nname  Char         A", _cells.Last["text/plain"]);
        Assert.Contains("<td style=\"text-align: left\">List&lt;Int32&gt;</td>", _cells.Last["text/html"], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _cells.Dispose();
        _folder.Dispose();
    }
}
