using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Jupyter.Notebooks;
using Hnn.Programs.Writing;

namespace Hnn.Programs.Tests.Writing;

public class ProgramWriterTests
{
    [Fact]
    public void A_notebook_becomes_a_program_of_sections()
    {
        var notebook = Of(
            new("title", CellKind.Markdown, "# Title\n\nText."),
            new("load", CellKind.Code, "#r \"nuget: Hnn.Interactive, 0.1.0\"\n\nusing Hnn.Core.Networks;"),
            new("net", CellKind.Code, "var net = Network.Jones2009();\nnet"));

        Assert.Equal("""
            // The notebook small.ipynb as a program, made by: hnn notebook export small.ipynb -o small.cs
            // Run it: dotnet run small.cs [PAGE]
            // It writes a web page of its text, its code and what that shows: to PAGE, or else to the folder out.
            // Away from the repository, put this in place of the next line: #:package Hnn.Programs@0.1.0
            #:project ../src/Hnn.Programs
            #:property PublishAot=false

            // %% [markdown]
            // # Title
            //
            // Text.

            // %% load
            using Hnn.Core.Networks;
            using Hnn.Programs;
            using static Hnn.Jupyter.Displays.NotebookFunctions;

            var report = ProgramReport.Begin(args);

            // %% net
            report.Cell("net");
            var net = Network.Jones2009();
            display(net);

            // %% end
            report.Save();

            """, ProgramWriter.Write(notebook, "lessons/small.ipynb", "../src/Hnn.Programs"));
    }

    [Fact]
    public void The_program_read_again_has_the_notebooks_text_and_code()
    {
        var notebook = Of(new("t", CellKind.Markdown, "# Title\n\n- a\n  b"), new("a", CellKind.Code, "var x = 1;\n\n// why\nConsole.WriteLine(x);"));

        var cells = ProgramReader.Read(Write(notebook), "small.cs").Cells;

        Assert.Equal("# Title\n\n- a\n  b", cells[0].Source);
        Assert.EndsWith("\n\nvar x = 1;\n\n// why\nConsole.WriteLine(x);", cells[1].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Usings_of_all_cells_come_to_the_first_once_and_in_order()
    {
        var program = Write("// first\nusing Hnn.Plots;\nvar x = 1;", "using static System.Math;\nusing System.Diagnostics; using Hnn.Plots;\nusing Net = Hnn.Core.Networks.Network;\nvar y = Abs(x);");

        Assert.EndsWith("""
            // %% c1
            using System.Diagnostics;
            using Hnn.Plots;
            using Hnn.Programs;
            using static System.Math;
            using static Hnn.Jupyter.Displays.NotebookFunctions;
            using Net = Hnn.Core.Networks.Network;

            var report = ProgramReport.Begin(args);
            report.Cell("c1");
            // first
            var x = 1;

            // %% c2
            report.Cell("c2");
            var y = Abs(x);

            // %% end
            report.Save();

            """, program, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_come_to_the_end_with_the_comments_above_them()
    {
        var program = Write("var x = 1;\n\n// A pair.\nrecord Pair(int A, int B);\n\nvar pair = new Pair(x, 2);", "enum Kind\n{\n    One\n}\nKind.One");

        Assert.Contains("report.Cell(\"c1\");\nvar x = 1;\n\nvar pair = new Pair(x, 2);\n", program, StringComparison.Ordinal);
        Assert.Contains("report.Cell(\"c2\");\ndisplay(Kind.One);\n", program, StringComparison.Ordinal);
        Assert.EndsWith("// %% end\nreport.Save();\n\n// %% c1: types\n// A pair.\nrecord Pair(int A, int B);\n\n// %% c2: types\nenum Kind\n{\n    One\n}\n", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 2", "display(1 + 2);")]
    [InlineData("1 + 2 // three", "display(1 + 2); // three")]
    [InlineData("await Task.FromResult(3)", "display(await Task.FromResult(3));")]
    [InlineData("new[]\n{\n    1\n}.Select(\n    x => x)", "display(new[]\n{\n    1\n}.Select(\n    x => x));")]
    [InlineData("Math.Abs(-1);", "Math.Abs(-1);")]
    [InlineData("display(1);", "display(1);")]
    [InlineData("var x = 1;", "var x = 1;")]
    [InlineData("const double half = 0.5;", "const double half = 0.5;")]
    [InlineData("static int Half(int x) => x / 2;", "static int Half(int x) => x / 2;")]
    [InlineData("var s = \"\"\"\n    // a\n\n\n\n    b\n    \"\"\";", "var s = \"\"\"\n    // a\n\n\n\n    b\n    \"\"\";")]
    public void A_last_expression_is_displayed_and_everything_else_stays(string cell, string code) =>
        Assert.Contains($"report.Cell(\"c1\");\n{code}\n\n// %% end", Write(cell), StringComparison.Ordinal);

    [Fact]
    public void The_displays_of_notebooks_can_be_called()
    {
        var program = Write("var shown = 1.Display();\nshown.Update(2);\ndisplay(HTML(\"<b>x</b>\"));");

        Assert.Contains("using Hnn.Jupyter.Displays;\n", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_may_have_the_name_of_a_variable() =>
        Assert.Contains("int Twice(int x)", Write("var x = 1;", "int Twice(int x)\n{\n    var y = 2 * x;\n    return y;\n}\n\nvar y = Twice(x);"), StringComparison.Ordinal);

    [Fact]
    public void Packages_of_others_become_lines_of_the_head()
    {
        var program = Write("#r \"nuget: Hnn.Interactive, 2.3.4\"\n#r \"nuget: Hnn.Plots.Plotly\"\n#r \"nuget: Humanizer, 2.14.1\"\n#r \"nuget: Other\"\nusing Humanizer;\n\"a\".Humanize()");

        Assert.Contains("\n#:package Hnn.Programs@2.3.4\n#:package Humanizer@2.14.1\n#:package Other@*\n", program, StringComparison.Ordinal);
        Assert.DoesNotContain("#r", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#i \"nuget:feed\"", "Cell 'c1': Line 1: A program does not say where packages come from. Leave '#i' out, and name 'feed' in a nuget.config beside the program.")]
    [InlineData("#r \"a.dll\"", "Cell 'c1': Line 1: A program refers to packages and projects, not to 'a.dll'. Use one of these.")]
    [InlineData("#!import other.ipynb", "Cell 'c1': Line 1: A program cannot import 'other.ipynb'. Write its cells into the notebook.")]
    [InlineData("1 + 1\n#!markdown\n# a", "Cell 'c1': Line 3: A program is C# alone, and this is markdown. Make a cell of its own of it, or leave it out.")]
    [InlineData("#!time", "Cell 'c1': Line 1: This directive is for notebooks alone. Leave it out.")]
    [InlineData("var = ;", "Cell 'c1': Its C# cannot be read: ")]
    [InlineData("int Size { get; set; }", "Cell 'c1': It declares 'int Size { get; set; }' outside of a type, and a program cannot.")]
    [InlineData("public int x = 1;", "Cell 'c1': It declares something 'public' outside of a type, and in a program that is local. Leave out the word 'public'.")]
    [InlineData("static int Half(this int x) => x / 2;", "Cell 'c1': Its method 'Half' extends a type, and in a program only a method of a static class can. Move it into one.")]
    [InlineData("var s = \"\"\"\n// %% x\n\"\"\";", "Cell 'c1': A line of its code begins with '// %%'")]
    [InlineData("var a = 1;\nmissing.Go();", "It cannot be made a program.\nCell 'c1': CS0103: The name 'missing' does not exist in the current context\n    missing.Go();")]
    [InlineData("Console.WriteLine()", "It cannot be made a program.\nCell 'c1': CS1503: ")]
    public void What_a_program_cannot_hold_is_an_error_that_names_the_cell(string cell, string message) => Assert.StartsWith($"small.ipynb: {message}", FaultOf(cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("var x = 1;", "var x = 2;", "The cells 'c2' and 'c1' both declare 'x'")]
    [InlineData("var x = 1;", "foreach (var x in new[] { 1 })\n    Console.WriteLine(x);", "The cells 'c2' and 'c1' both declare 'x'")]
    [InlineData("for (var x = 0; x < 1; x++)\n    Console.WriteLine(x);", "var (x, y) = (1, 2);", "The cells 'c1' and 'c2' both declare 'x'")]
    [InlineData("int F() => 1;", "int F() => 2;", "The cells 'c2' and 'c1' both declare 'F'")]
    [InlineData("record R;", "record R;", "The cells 'c2: types' and 'c1: types' both declare 'R'")]
    [InlineData("1", "foreach (var x in new[] { 1 })\n    Console.WriteLine(x);\nvar x = 2;", "Cell 'c2' declares 'x' twice")]
    public void A_name_that_is_declared_twice_is_an_error_that_names_both_cells(string first, string second, string message) =>
        Assert.Contains($"{message}, and a program can have a name only once. Rename one of the two.", FaultOf(first, second), StringComparison.Ordinal);

    [Fact]
    public void The_name_of_the_report_is_taken() =>
        Assert.EndsWith("Cell 'c1' declares 'report', and a program has that name for its report. Choose another.", FaultOf("var report = 1;"), StringComparison.Ordinal);

    [Fact]
    public void Pictures_attached_to_a_text_are_an_error()
    {
        var attachments = JsonDocument.Parse("{}").RootElement;
        var text = new NotebookCell("t", CellKind.Markdown, "![](attachment:a.png)") { OtherFields = ImmutableSortedDictionary<string, JsonElement>.Empty.Add("attachments", attachments) };

        var fault = Assert.Throws<NotebookException>(() => Write(Of(text, new("a", CellKind.Code, "1"))));

        Assert.StartsWith("small.ipynb: Cell 't': Pictures are attached to it", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_without_code_is_no_program() =>
        Assert.Throws<NotebookException>(() => Write(Of(new("t", CellKind.Markdown, "text"), new("raw", CellKind.Raw, "raw"))));

    private static Notebook Of(params NotebookCell[] cells) => new() { Cells = [.. cells] };

    private static string Write(Notebook notebook) => ProgramWriter.Write(notebook, "small.ipynb", project: null);

    private static string Write(params string[] code) => Write(Of([.. code.Select((source, i) => new NotebookCell($"c{i + 1}", CellKind.Code, source))]));

    private static string FaultOf(params string[] code) => Assert.Throws<NotebookException>(() => Write(code)).Message;
}
