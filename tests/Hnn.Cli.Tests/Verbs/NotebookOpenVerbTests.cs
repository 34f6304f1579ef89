namespace Hnn.Cli.Tests.Verbs;

public sealed class NotebookOpenVerbTests : IDisposable
{
    // Writes down how it was started, and fails as Jupyter does.
    private const string Records = """
        for word in "$@"; do echo "$word"; done > "$RECORD"
        echo "token=$JUPYTER_TOKEN" >> "$RECORD"
        echo "path=$JUPYTER_PATH" >> "$RECORD"
        echo "folder=$PWD" >> "$RECORD"
        echo '[C 12:00:00.000 NotebookApp] It cannot be' >&2
        exit 3
        """;

    private readonly FakePrograms _programs = new();
    private readonly int _port = FreePort.Find();

    public void Dispose() => _programs.Dispose();

    [Fact]
    public async Task Jupyter_is_started_for_this_machine_with_a_token_in_the_notebooks_folder_and_knows_the_kernel()
    {
        _programs.Add("jupyter-notebook", Records);
        using var notebook = new SmallNotebook("1");

        var run = await OpenAsync(notebook.Path, "--no-browser");

        var words = await RecordAsync();
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Superset(new HashSet<string> { "--ip=127.0.0.1", $"--port={_port}", "--port-retries=0", "--no-browser", "--MultiKernelManager.default_kernel_name=hnn-csharp", notebook.Path }, words.ToHashSet());
        Assert.Contains($"folder={Path.GetDirectoryName(notebook.Path)}", words);
        Assert.Contains($"path={_programs.Data}:/opt/others", words);
        Assert.Single(words, word => word.StartsWith("token=", StringComparison.Ordinal) && word.Length == "token=".Length + 48);
        Assert.True(File.Exists(Path.Combine(_programs.Data, "kernels", "hnn-csharp", "kernel.json")));
    }

    [Fact]
    public async Task Without_no_browser_Jupyter_opens_one()
    {
        _programs.Add("jupyter-notebook", Records);

        await OpenAsync(_programs.PathOf(""));

        Assert.DoesNotContain("--no-browser", await RecordAsync());
    }

    [Fact]
    public async Task That_it_ended_is_told_with_its_last_words()
    {
        _programs.Add("jupyter-notebook", Records);

        var run = await OpenAsync(_programs.PathOf(""), "--no-browser");

        Assert.Contains("jupyter-notebook ended with code 3 before it answered", run.Error, StringComparison.Ordinal);
        Assert.Contains("It cannot be", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JupyterLab_comes_first()
    {
        _programs.Add("jupyter-notebook", "exit 4");
        _programs.Add("jupyter-lab", Records);

        var run = await OpenAsync(_programs.PathOf(""), "--no-browser");

        Assert.Contains("jupyter-lab ended with code 3", run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("lab"), InlineData("notebook")]
    public async Task The_starter_alone_is_asked_what_it_knows(string kind)
    {
        _programs.Add("jupyter", $"[ \"$1\" = {kind} ] || exit 1\n[ \"$2\" = --version ] && {{ echo 9.9; exit 0; }}\n{Records}");

        await OpenAsync(_programs.PathOf(""), "--no-browser");

        Assert.Equal(kind, (await RecordAsync())[0]);
    }

    [Fact]
    public async Task Without_Jupyter_it_says_what_to_install_and_how_to_do_without_and_installs_nothing()
    {
        using var notebook = new SmallNotebook("1");

        var run = await OpenAsync(notebook.Path);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.All(["Debian, Ubuntu: ", "macOS: ", "Windows: ", $"hnn notebook run {notebook.Path} --html"], words => Assert.Contains(words, run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_programs.Data));
    }

    [Fact]
    public async Task A_notebook_that_is_not_there_is_told_before_anything_is_done()
    {
        _programs.Add("jupyter-notebook", Records);

        var run = await OpenAsync(_programs.PathOf("none.ipynb"), "--json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("none.ipynb", run.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(["bin/jupyter-notebook"], _programs.Files);
    }

    private Task<CliRun> OpenAsync(params string[] words) =>
        CliRun.InProcessAsync(new Dictionary<string, string?>(_programs.Environment) { ["RECORD"] = _programs.PathOf("record") }, ["notebook", "open", "--port", $"{_port}", .. words]);

    private Task<string[]> RecordAsync() => File.ReadAllLinesAsync(_programs.PathOf("record"), TestContext.Current.CancellationToken);
}
