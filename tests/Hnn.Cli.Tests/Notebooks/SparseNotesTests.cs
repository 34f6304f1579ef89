using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;

namespace Hnn.Cli.Tests.Notebooks;

public class SparseNotesTests
{
    [Fact]
    public void Of_texts_in_quick_succession_one_is_told_and_of_it_the_first_line()
    {
        using var error = new StringWriter();

        var notes = new SparseNotes(new Terminal(TextWriter.Null, error, json: false), pause: TimeSpan.Zero);
        notes.Note("10 %\nmore");
        var quiet = new SparseNotes(new Terminal(TextWriter.Null, error, json: false), pause: TimeSpan.FromHours(1));
        quiet.Note("20 %");

        Assert.Equal($"  10 %{Environment.NewLine}", error.ToString());
    }
}
