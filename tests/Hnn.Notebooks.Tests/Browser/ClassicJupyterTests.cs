using System.Text.RegularExpressions;
using Hnn.Cli.Servers;
using Hnn.Jupyter.Notebooks;
using Hnn.Testing;
using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>Lesson 1 in the classic Jupyter notebook, with our kernel behind it and a browser before it.</summary>
[Collection(OneByOne.Name)]
public partial class ClassicJupyterTests
{
    private const string Live = "lesson.ipynb";
    private const string Strange = "strange.ipynb";
    private static readonly Notebook Committed = Lesson.Named("01-optimize-simulated-evoked-response-parameters").Committed;

    [Fact]
    public async Task Lesson_1_is_run_stopped_saved_and_opened_again()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        Assert.SkipUnless(ClassicJupyter.IsAvailable, ClassicJupyter.WhySkipped);
        Assert.SkipUnless(Chromium.IsAvailable, Chromium.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        using var home = new JupyterHome();
        WithoutOutputs(Committed).Save(home.NotebookPathOf(Live));
        var (driver, browser) = await Chromium.StartAsync();
        using (driver)
        {
            await using var ended = browser;
            await using var server = await ClassicJupyter.StartAsync(home);
            await TheFitIsStoppedAndItsBestIsUsedAsync(browser, server);
            AnotherText(Notebook.Load(home.NotebookPathOf(Live))).Save(home.NotebookPathOf(Strange));
            await AStrangeNotebookShowsPicturesAndRunsNothingAsync(browser, server);
        }

        Assert.Empty(await home.LeftAsync());
    }

    private static async Task TheFitIsStoppedAndItsBestIsUsedAsync(IBrowser browser, JupyterServer server)
    {
        var lesson = await ClassicPage.OpenAsync(browser, server, Live);
        await lesson.RunAllAsync();
        var fit = lesson.Cell(PlaceOf("fit"));
        await fit.GetByText(SomeEvaluations()).WaitForAsync();
        await lesson.StopAsync();
        await lesson.WaitUntilIdleAsync();

        Assert.Contains("it was interrupted", await fit.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("was interrupted.", await lesson.Page.Locator(".output_error").InnerTextAsync(), StringComparison.Ordinal);

        await lesson.RunBelowAsync(PlaceOf("fit") + 1);
        await lesson.WaitUntilAllRanAsync();
        Assert.Contains("RMSE 45.55 before the fit, 26.81 in the middle of the bounds, ", await lesson.Cell(PlaceOf("optimised")).InnerTextAsync(), StringComparison.Ordinal);
        var charts = await lesson.Outputs.EveryChartIsDrawnAsync();
        Assert.True(charts >= 8);
        await Screenshots.TakeAsync(lesson.Page, "classic-run", "#site");

        await lesson.SaveAsync();
        await lesson.ReloadAsync();

        Assert.Equal(charts, await lesson.Outputs.EveryChartIsDrawnAsync());
        Assert.Contains("it was interrupted", await fit.InnerTextAsync(), StringComparison.Ordinal);
        await Screenshots.TakeAsync(lesson.Page, "classic-reloaded", "#site");
        Assert.Empty(lesson.Faults);
        await lesson.Page.CloseAsync();
    }

    private static async Task AStrangeNotebookShowsPicturesAndRunsNothingAsync(IBrowser browser, JupyterServer server)
    {
        var strange = await ClassicPage.OpenAsync(browser, server, Strange);

        await strange.Outputs.PicturesAreShownAndNothingRunsAsync(charts: 8);
        await Screenshots.TakeAsync(strange.Page, "classic-untrusted", "#site");
        Assert.Empty(strange.Faults);
    }

    private static int PlaceOf(string id) => Committed.Cells.IndexOf(Committed.Cells.Single(cell => cell.Id == id));

    private static Notebook WithoutOutputs(Notebook notebook) => notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null })] };

    // Jupyter trusts what it has saved itself, down to the last letter.
    private static Notebook AnotherText(Notebook notebook) => notebook with { Cells = notebook.Cells.SetItem(0, notebook.Cells[0] with { Source = notebook.Cells[0].Source + " (from elsewhere)" }) };

    // States in between may be left out.
    [GeneratedRegex("Fitting: evaluation ([3-9]|[0-9]{2}) of 100")]
    private static partial Regex SomeEvaluations();
}
