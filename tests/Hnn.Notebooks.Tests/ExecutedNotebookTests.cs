using System.Globalization;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Notebooks;
using Hnn.Testing;

namespace Hnn.Notebooks.Tests;

/// <summary>Every notebook, run here from the first cell to the last.</summary>
[Collection(OneByOne.Name)]
public partial class ExecutedNotebookTests
{
    public ExecutedNotebookTests() => InstalledMpi.AllowRoot();

    public static TheoryData<string> Lessons => [.. Lesson.Names];

    // Together the lessons take minutes; these two have a bit of everything.
    private static readonly string[] Everyday = ["01-optimize-simulated-evoked-response-parameters", "02-first-evoked-response"];

    // The committed outputs are those of another run, perhaps on another machine: numbers and words are the same to the last digit, with MPI and without.
    [Theory, MemberData(nameof(Lessons))]
    public async Task It_puts_out_again_what_is_committed(string name)
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        Assert.SkipUnless(LongTests.AreWanted || Everyday.Contains(name), LongTests.WhySkipped);
        var lesson = Lesson.Named(name);

        var again = await lesson.RunAsync();

        Assert.Equal(Lesson.TextOf(lesson.Committed), Lesson.TextWithMpiOf(again));
        Assert.Equal(PictureSizes(lesson.Committed), PictureSizes(again));
    }

    [Theory, MemberData(nameof(Lessons))]
    public async Task A_second_run_gives_the_same_bytes(string name)
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        var lesson = Lesson.Named(name);

        var (first, second) = (await lesson.RunAsync(), await lesson.RunAgainAsync());

        Assert.Equal(Lesson.WithoutTimes(first).ToText(), Lesson.WithoutTimes(second).ToText());
    }

    [Fact]
    public async Task Where_there_is_no_launcher_a_lesson_says_so_in_one_sentence_and_shows_the_same()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var beginning = Lesson.Named("01-optimize-simulated-evoked-response-parameters").Committed;
        beginning = beginning with { Cells = [.. beginning.Cells.TakeWhile(cell => cell.Id != "initial-figure")] };

        var run = await Lesson.RunAsync(Lesson.With(beginning, "launcher: \"mpiexec\"", "launcher: \"no-mpiexec\""));

        Assert.Equal(
            ["The launcher 'no-mpiexec' is not found, on the PATH or as a file: MPI is not installed here, or not loaded; so simulations run on the threads of this process, with the same results."],
            Lesson.MissingMpi(run));
        Assert.Equal(Lesson.TextOf(beginning), Lesson.TextWithMpiOf(run));
    }

    [Fact]
    public async Task Lesson_1_has_the_references_error_before_the_fit_and_a_better_one_than_its_solver_after()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);

        var text = Lesson.TextOf(await Lesson.Named("01-optimize-simulated-evoked-response-parameters").RunAsync());

        // Initial network: recorded in sims/tutorial_initial; middle of the bounds: 26.812 in tutorial_reference_runs.json. The reference's best of 200 evaluations: 24.1 to 24.8 (tutorial_reference_runs.json).
        Assert.Contains("RMSE 45.55\n", text, StringComparison.Ordinal);
        Assert.InRange(double.Parse(AfterFit().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), 22, 24);
    }

    private static IEnumerable<int> PictureSizes(Notebook notebook) =>
        notebook.Cells.SelectMany(cell => cell.Outputs).Select(output => Lesson.FormsOf(output)["image/png"]).OfType<string>().Select(Area);

    // Width and height stand in bytes 16 to 23 of a PNG file.
    private static int Area(string base64)
    {
        var png = Convert.FromBase64String(base64);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)) * System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
    }

    [GeneratedRegex(@"RMSE 45\.55 before the fit, 26\.81 in the middle of the bounds, (\d+\.\d+) after the fit")]
    private static partial Regex AfterFit();
}
