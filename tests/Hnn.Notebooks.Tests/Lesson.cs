using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hnn.Cli.Notebooks;
using Hnn.Interactive;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Running;

namespace Hnn.Notebooks.Tests;

/// <summary>A notebook of the folder notebooks: as it is committed, and as it comes out when it is run here.</summary>
internal sealed partial class Lesson
{
    private static readonly ConcurrentDictionary<string, Task<Notebook>> Runs = new();

    private Lesson(string name) => (Name, Committed) = (name, Notebook.Load(PathOf(name)));

    /// <summary>Names of all of them, without the extension.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public string Name { get; }

    public Notebook Committed { get; }

    public static string Folder
    {
        get
        {
            var root = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(root, "HnnNotebooks.sln")))
                root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("These tests run the repository's notebooks: run them from a checkout.");
            return Path.Combine(root, "notebooks");
        }
    }

    public static Lesson Named(string name) => new(name);

    public static string PathOf(string name) => Path.Combine(Folder, name + ".ipynb");

    /// <summary>The notebook as it comes out of a run here, with still pictures as it is committed. It is run once, whoever asks.</summary>
    public Task<Notebook> RunAsync() => Runs.GetOrAdd(Name, _ => RunAgainAsync());

    /// <summary>The same, run anew.</summary>
    public Task<Notebook> RunAgainAsync() => RunAsync(Committed);

    /// <summary>Lesson 1 with live charts and a fit of four evaluations: everything is drawn, and nobody waits. It is run once, whoever asks.</summary>
    public static Task<Notebook> RunShortLiveAsync() => Runs.GetOrAdd("short", _ =>
    {
        var lesson = Named("01-optimize-simulated-evoked-response-parameters").Committed;
        return RunAsync(With(With(lesson, "MaxEvaluations = 100", "MaxEvaluations = 4"), "FreshTrials = 8", "FreshTrials = 1"), ChartMode.Live);
    });

    /// <summary>A notebook as it comes out of a run here, beside the lessons.</summary>
    public static async Task<Notebook> RunAsync(Notebook notebook, ChartMode charts = ChartMode.Static)
    {
        NotebookSettings.ChartMode = charts;
        var run = await NotebookRunner.RunAsync(notebook, RunOptions.Default with { Engine = Toolkit.EngineFor(Folder) }, TestContext.Current.CancellationToken);
        Assert.Empty(run.Errors.Select(error => $"Cell {error.Number}: {error.Error}"));
        return run.Notebook;
    }

    /// <summary>All text that a notebook put out: what cells printed, and what they showed as plain text and as HTML without its pictures.</summary>
    public static string TextOf(Notebook notebook) => string.Join('\n', notebook.Cells.SelectMany(cell => cell.Outputs).Select(TextOf));

    /// <summary>A notebook with other words in its code, which must be there.</summary>
    public static Notebook With(Notebook notebook, string before, string after)
    {
        Assert.Contains(notebook.Cells, cell => cell.Source.Contains(before, StringComparison.Ordinal));
        return notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Source = cell.Source.Replace(before, after, StringComparison.Ordinal) })] };
    }

    /// <summary>A notebook but for the picture of how long its cells took, in a cell of the name times.</summary>
    public static Notebook WithoutTimes(Notebook notebook) => notebook with { Cells = [.. notebook.Cells.Where(cell => cell.Id != "times")] };

    /// <summary>What <see cref="TextOf(Notebook)"/> has but for the sentences that say that there is no MPI: it is the same on all machines.</summary>
    public static string TextWithMpiOf(Notebook notebook) => TextOf(notebook with { Cells = [.. notebook.Cells.Select(WithMpi)] });

    /// <summary>The sentences that say that there is no MPI.</summary>
    public static string[] MissingMpi(Notebook notebook) => [.. NoMpi().Matches(TextOf(notebook)).Select(sentence => sentence.Value.TrimEnd())];

    /// <summary>The text of one output, with the MIME types of all its forms.</summary>
    public static string TextOf(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text,
        DisplayOutput display => TextOf(display.Data),
        ResultOutput result => TextOf(result.Data),
        ErrorOutput error => error.ToString(),
        _ => "",
    };

    /// <summary>The forms of one output by MIME type; none for printed text.</summary>
    public static MimeBundle FormsOf(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => MimeBundle.Empty,
    };

    private static string TextOf(MimeBundle forms) => $"[{string.Join(", ", forms.Forms.Keys)}]\n{forms["text/plain"]}\n{EmbeddedFile().Replace(forms["text/html"] ?? "", "")}";

    private static NotebookCell WithMpi(NotebookCell cell) => cell with { Outputs = [.. cell.Outputs.Select(WithMpi).Where(output => output is not StreamOutput { Text: "" })] };

    private static CellOutput WithMpi(CellOutput output) => output is StreamOutput stream ? stream with { Text = NoMpi().Replace(stream.Text, "") } : output;

    // Pictures differ by a pixel from one machine's fonts to another's.
    [GeneratedRegex("base64,[A-Za-z0-9+/=]+")]
    private static partial Regex EmbeddedFile();

    // What a backend says where no MPI can be used, whatever the reason.
    [GeneratedRegex(@"^.+; so simulations run on the threads of this process, with the same results\.\n", RegexOptions.Multiline)]
    private static partial Regex NoMpi();
}
