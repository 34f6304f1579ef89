using Hnn.Jupyter.Notebooks;
using Hnn.Programs.Writing;

namespace Hnn.Programs.Tests.Writing;

public class ProgramReaderTests
{
    [Fact]
    public void Sections_become_cells_without_what_the_report_is_told()
    {
        var notebook = ProgramReader.Read("""
            // Head
            #:package A@1

            // %% [markdown]
            // # Title
            //
            //     code
            //no space

            // %% a
            using System;

            var report = ProgramReport.Begin(args);
            report.Cell("a");
            // %%% no mark
            x = 1;
              report.Cell("a"); // stays

            // %%
            report.Save();

            class Own { }
            """, "program.cs");

        Assert.Equal(
            [(CellKind.Markdown, "# Title\n\n    code\nno space"), (CellKind.Code, "using System;\n\n// %%% no mark\nx = 1;\n  report.Cell(\"a\"); // stays"), (CellKind.Code, "class Own { }")],
            notebook.Cells.Select(cell => (cell.Kind, cell.Source)));
        Assert.Equal(["line-4", "a", "line-19"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Line_ends_of_any_system_are_read() =>
        Assert.Equal("1;\n2;", ProgramReader.Read("// %% a\r\n1;\r\n2;\r\n", "program.cs").Cells.Single().Source);

    [Theory]
    [InlineData("// %% [markdown]\n// text\n\nvar x = 1;", "p.cs: Line 4 is code in a section of text. Begin a section of code before it, with a line '// %% NAME'.")]
    [InlineData("// %% a\n1;\n// %% a\n2;", "p.cs: Two sections have the name 'a'. Give one of them another in its line '// %% a'.")]
    public void What_makes_no_sense_is_an_error(string program, string message) =>
        Assert.Equal(message, Assert.Throws<NotebookException>(() => ProgramReader.Read(program, "p.cs")).Message);
}
