using FsCheck;
using FsCheck.Xunit;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Notebooks;

public class NotebookTests
{
    // Written by hand in the layout of Jupyter's own writer (nbformat 5: sorted, one space, lines split, nothing escaped).
    private const string AsJupyterWritesIt = """
        {
         "cells": [
          {
           "attachments": {},
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {
            "tags": [
             "hide",
             "x"
            ]
           },
           "source": [
            "# Über µV\n",
            "\"quoted\" \\ and a tab\t"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 2,
           "id": "run_1",
           "metadata": {
            "collapsed": false,
            "score": 1e-05
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "one\n",
              "two 😀\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [
                1.0,
                null,
                true
               ],
               "layout": {}
              },
              "image/png": "iVBORw0KGgo=",
              "text/html": [
               "<b>a</b>\n",
               "<i>b</i>"
              ],
              "text/plain": [
               "ab"
              ]
             },
             "metadata": {
              "isolated": true
             },
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "3"
              ]
             },
             "execution_count": 2,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "no",
             "output_type": "error",
             "traceback": [
              "\u001b[31mE\u001b[0m: no"
             ]
            }
           ],
           "source": [
            "1 + 2"
           ]
          },
          {
           "cell_type": "raw",
           "id": "empty",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "mine": {
           "kept": [
            1.50
           ]
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void A_file_that_Jupyter_wrote_is_written_back_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.PathOf("before.ipynb"), folder.PathOf("after.ipynb"));
        File.WriteAllText(before, AsJupyterWritesIt);

        Notebook.Load(before).Save(after);

        Assert.Equal(File.ReadAllBytes(before), File.ReadAllBytes(after));
    }

    [Fact]
    public void Cells_and_outputs_are_read()
    {
        var notebook = Notebook.Parse(AsJupyterWritesIt, "a.ipynb");

        var code = notebook.Cells[1];
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Über µV\n\"quoted\" \\ and a tab\t", notebook.Cells[0].Source);
        Assert.Equal(("run_1", 2), (code.Id, code.ExecutionCount));
        Assert.Equal(new StreamOutput("one\ntwo 😀\n"), code.Outputs[0]);
        Assert.Equal("<b>a</b>\n<i>b</i>", Assert.IsType<DisplayOutput>(code.Outputs[1]).Data["text/html"]);
        Assert.Equal(2, Assert.IsType<ResultOutput>(code.Outputs[2]).ExecutionCount);
        Assert.Equal("no", Assert.IsType<ErrorOutput>(code.Outputs[3]).Value);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void An_older_file_of_format_4_gets_names_for_its_cells(int minor)
    {
        var old = $$"""{"nbformat": 4, "nbformat_minor": {{minor}}, "metadata": {}, "cells": [{"cell_type": "raw", "metadata": {}, "source": "a"}, {"cell_type": "raw", "metadata": {}, "source": "b"}]}""";

        var notebook = Notebook.Parse(old, "old.ipynb");

        Assert.Equal(["cell-1", "cell-2"], notebook.Cells.Select(cell => cell.Id));
        Assert.EndsWith("\"nbformat_minor\": 5\n}\n", notebook.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_cells_of_one_name_are_told_apart()
    {
        const string Doubled = """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a", "cell_type": "raw", "metadata": {}, "source": ""}, {"id": "a", "cell_type": "raw", "metadata": {}, "source": ""}]}""";

        var notebook = Notebook.Parse(Doubled, "a.ipynb");

        Assert.Equal(["a", "cell-2"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_folder_is_no_notebook()
    {
        using var folder = new TemporaryFolder();

        var fault = Assert.Throws<NotebookException>(() => Notebook.Load(folder.PathOf("")));

        Assert.Contains("This is a folder", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_JSON_that_can_be_displayed_can_be_stored()
    {
        var json = $"{new string('[', StrictJson.Depth)}{new string(']', StrictJson.Depth)}";
        var notebook = new Notebook { Cells = [new("a", CellKind.Code, "") { Outputs = [new DisplayOutput(MimeBundle.Of("application/json", json))] }] };

        var read = Notebook.Parse(notebook.ToText(), "a.ipynb");

        Assert.Equal(notebook.ToText(), read.ToText());
    }

    [Fact]
    public void A_large_picture_and_Windows_line_ends_survive()
    {
        var picture = Convert.ToBase64String(new byte[10_000_000]);
        var notebook = new Notebook { Cells = [new("a", CellKind.Code, "1\r\n2\r\n") { Outputs = [new DisplayOutput(MimeBundle.Of("image/png", picture))] }] };

        var read = Notebook.Parse(notebook.ToText().ReplaceLineEndings("\r\n"), "a.ipynb").Cells[0];

        Assert.Equal("1\r\n2\r\n", read.Source);
        Assert.Equal(picture, Assert.IsType<DisplayOutput>(read.Outputs[0]).Data["image/png"]);
    }

    [Theory]
    [InlineData("print(1)", "not JSON")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"x\": \"\\ud800\"}", "half a character")]
    [InlineData("[]", "no field 'nbformat'")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "format is 3")]
    [InlineData("{\"nbformat\": 4}", "no array 'cells'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\", \"name\": \"python3\"}}}", "language is python")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\", \"source\": \"\"}]}", "cell 1")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": 5}]}", "cell 1")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": \"pyout\"}]}]}", "'pyout'")]
    public void What_is_no_notebook_is_named_with_the_reason(string text, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("wrong.ipynb");
        File.WriteAllText(path, text);

        var fault = Assert.Throws<NotebookException>(() => Notebook.Load(path));

        Assert.Equal(path, fault.FileName);
        Assert.StartsWith(path, fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_leaves_no_other_file_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("a.ipynb");
        File.WriteAllText(path, "old");

        new Notebook().Save(path);

        Assert.Equal([path], Directory.GetFiles(folder.PathOf("")));
        Assert.Equal("{\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n", File.ReadAllText(path));
    }

    // The seed is not sized: FsCheck would draw small numbers only.
    [Property(MaxTest = 3_000)]
    public void A_changed_file_is_read_and_written_stably_or_refused(DoNotSize<int> seed)
    {
        var text = Changed.With(seed.Item);
        Notebook notebook;
        try
        {
            notebook = Notebook.Parse(text, "a.ipynb");
        }
        catch (NotebookException)
        {
            return;
        }

        var written = notebook.ToText();

        Assert.Equal(written, Notebook.Parse(written, "a.ipynb").ToText());
    }

    [Property(MaxTest = 1_000)]
    public void Any_source_survives(NonNull<string> source)
    {
        var text = string.Concat(source.Get.Where(character => !char.IsSurrogate(character)));
        var notebook = new Notebook { Cells = [new("a", CellKind.Code, text) { Outputs = [new StreamOutput(text)] }] };

        var read = Notebook.Parse(notebook.ToText(), "a.ipynb").Cells[0];

        Assert.Equal(text, read.Source);
        Assert.Equal(new StreamOutput(text), read.Outputs[0]);
    }

    private static MutatedJson Changed { get; } = new(AsJupyterWritesIt.Replace("Ü", "U", StringComparison.Ordinal).Replace("µ", "u", StringComparison.Ordinal).Replace("😀", ":)", StringComparison.Ordinal));
}
