using Hnn.Cli.Servers;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Servers;

public sealed class OpenTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_is_shown_in_its_folder()
    {
        Write("mine/a lesson.ipynb");

        var target = OpenTarget.Of("mine/a lesson.ipynb", _folder.PathOf(""));

        Assert.Equal((_folder.PathOf("mine"), "a lesson.ipynb"), (target.Folder, target.File));
        Assert.Equal(_folder.PathOf("mine/a lesson.ipynb"), target.Path);
    }

    [Fact]
    public void A_folder_is_shown_as_a_list()
    {
        Directory.CreateDirectory(_folder.PathOf("mine"));

        Assert.Equal(new OpenTarget(_folder.PathOf("mine"), null), OpenTarget.Of("mine", _folder.PathOf("")));
    }

    [Fact]
    public void Without_a_word_the_lessons_are_opened_where_they_are()
    {
        Write("notebooks/01.ipynb");

        Assert.Equal(new OpenTarget(_folder.PathOf("notebooks"), null), OpenTarget.Of(null, _folder.PathOf("")));
    }

    [Fact]
    public void Without_a_word_and_lessons_the_current_folder_is_opened()
    {
        Write("notebooks/README.md");

        Assert.Equal(new OpenTarget(_folder.PathOf(""), null), OpenTarget.Of(null, _folder.PathOf("")));
    }

    [Theory, InlineData("none.ipynb", "There is no file or folder 'none.ipynb'"), InlineData("text.md", "'text.md' is no notebook")]
    public void What_is_not_there_or_no_notebook_is_refused(string path, string words)
    {
        Write("text.md");

        var fault = Assert.Throws<ArgumentException>(() => OpenTarget.Of(path, _folder.PathOf("")));

        Assert.StartsWith(words, fault.Message, StringComparison.Ordinal);
    }

    private void Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(name))!);
        File.WriteAllText(_folder.PathOf(name), "");
    }
}
