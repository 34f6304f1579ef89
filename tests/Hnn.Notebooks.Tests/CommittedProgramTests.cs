using System.Diagnostics;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Export;
using Hnn.Programs.Writing;
using Hnn.Testing;

namespace Hnn.Notebooks.Tests;

/// <summary>Every lesson as a program. Only what compiles is made a program, so these do.</summary>
[Collection(OneByOne.Name)]
public sealed partial class CommittedProgramTests : IDisposable
{
    private const string AcceptSwitch = "HNN_ACCEPT_PROGRAMS";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Lessons => [.. Lesson.Names];

    private static string Folder => Path.Combine(Lesson.Folder, "programs");

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Lessons))]
    public void A_lessons_program_is_what_is_made_of_its_notebook(string lesson)
    {
        var path = PathOf(lesson);
        var made = ProgramFile.TextFor(path, Lesson.Named(lesson).Committed, Lesson.PathOf(lesson));
        if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1")
            File.WriteAllText(path, made);

        var committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        Assert.True(committed == made, $"{path} is not what is made of the notebook. Make it anew: {AcceptSwitch}=1 dotnet run --project tests/Hnn.Notebooks.Tests -- -class \"*{nameof(CommittedProgramTests)}*\"");
    }

    [Fact]
    public void There_is_no_program_without_a_lesson() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Except(Lesson.Names));

    [Fact]
    public async Task A_program_writes_a_page_that_tells_what_the_notebook_tells()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        const string lesson = "02-first-evoked-response";

        await RunAsync(PathOf(lesson));

        var page = await File.ReadAllTextAsync(_folder.PathOf($"out/{lesson}.html"), TestContext.Current.CancellationToken);
        var expected = NotebookPage.Write(Lesson.Named(lesson).Committed, PageOptions.Default);
        Assert.Equal(Printed().Matches(expected).Select(text => text.Value), Printed().Matches(page).Select(text => text.Value));
        Assert.Equal(Lesson.Named(lesson).Committed.Cells.SelectMany(cell => cell.Outputs).Count(output => Lesson.FormsOf(output)["image/png"] is not null), Chart().Count(page));
    }

    private static string PathOf(string lesson) => Path.Combine(Folder, lesson + ".cs");

    private async Task RunAsync(string program)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", ["run", program])
        {
            WorkingDirectory = _folder.PathOf(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HNN_CHARTS"] = "live", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        })!;
        var texts = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, string.Join('\n', texts));
    }

    [GeneratedRegex("<pre class=\"output stdout\">[^<]*</pre>")]
    private static partial Regex Printed();

    [GeneratedRegex("class=\"hnn-chart\"")]
    private static partial Regex Chart();
}
