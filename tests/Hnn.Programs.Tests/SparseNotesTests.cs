namespace Hnn.Programs.Tests;

public class SparseNotesTests
{
    [Fact]
    public void Of_texts_in_quick_succession_one_is_told_and_of_it_the_first_line()
    {
        var told = new List<string>();

        var notes = new SparseNotes(told.Add, pause: TimeSpan.Zero);
        notes.Note("10 %\nmore");
        var quiet = new SparseNotes(told.Add, pause: TimeSpan.FromHours(1));
        quiet.Note("20 %");

        Assert.Equal(["  10 %"], told);
    }
}
