using Hnn.Cli.Notebooks;
using Hnn.Cli.Servers;
using Hnn.Testing;
using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>Outputs as JupyterLab shows them, by its own code.</summary>
[Collection(OneByOne.Name)]
public sealed class LabRendererTests : IAsyncLifetime
{
    private const string Lesson1 = "lesson.ipynb";
    private const string Place = ".jp-OutputArea-output";

    private JupyterHome? _home;
    private JupyterServer? _server;
    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(ClassicJupyter.IsAvailable, ClassicJupyter.WhySkipped);
        Assert.SkipUnless(Chromium.IsAvailable, Chromium.WhySkipped);
        Assert.SkipUnless(LabBundle.WhyNot is null, LabBundle.WhyNot ?? "");
        _home = new JupyterHome();
        LabBundle.CopyTo(_home.KernelFolder);
        _server = await ClassicJupyter.StartAsync(_home);
        (_driver, _browser) = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_home is not null)
            Assert.Empty(await _home.LeftAsync());
        _home?.Dispose();
    }

    [Fact]
    public async Task Outputs_of_lesson_1_are_drawn_where_trusted_and_elsewhere_shown_as_pictures()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        (await Lesson.RunShortLiveAsync()).Save(_home!.NotebookPathOf(Lesson1));

        var (trusted, watch) = await OpenAsync();
        await trusted.EvaluateAsync("name => lab.show(name, true)", Lesson1);
        var charts = await new OutputChecks(trusted, Place).EveryChartIsDrawnAsync();
        Assert.True(charts >= 8);
        await Screenshots.TakeAsync(trusted, "lab-trusted", "html");

        var (strange, strangeWatch) = await OpenAsync();
        await strange.EvaluateAsync("name => lab.show(name, false)", Lesson1);
        await new OutputChecks(strange, Place).PicturesAreShownAndNothingRunsAsync(charts);
        await Screenshots.TakeAsync(strange, "lab-untrusted", "html");

        Assert.Empty(watch.Faults.Concat(strangeWatch.Faults));
    }

    [Fact]
    public async Task A_kernel_draws_a_chart_fills_a_table_changes_a_display_and_reports_an_error()
    {
        var (page, watch) = await OpenAsync();
        await page.EvaluateAsync("async name => { window.kernel = await lab.startKernel(name); }", KernelSpec.Name);

        await RunAsync("chart", "Hnn.Plots.Plots.Dipoles((\"wave\", new Hnn.Core.Results.Dipole([0, 1, 2], [0, 1, 0])))");
        await RunAsync("table", "Hnn.Core.Networks.Network.Jones2009()");
        await RunAsync("update", "var shown = display(\"before\"); shown.Update(\"after\");");
        await RunAsync("error", "throw new InvalidOperationException(\"mine\");");

        Assert.Equal(2, await new OutputChecks(page, Place).EveryChartIsDrawnAsync());
        Assert.True(await page.Locator("#table table").CountAsync() > 0);
        Assert.Equal("after", (await page.Locator("#update").InnerTextAsync()).Trim());
        Assert.Contains("mine", await page.Locator("#error").InnerTextAsync(), StringComparison.Ordinal);
        await Screenshots.TakeAsync(page, "lab-kernel", "html");
        Assert.Empty(watch.Faults);

        Task RunAsync(string id, string code) => page.EvaluateAsync("([id, code]) => lab.run(kernel, id, code)", new[] { id, code });
    }

    private async Task<(IPage Page, PageWatch Watch)> OpenAsync()
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 900 } });
        page.SetDefaultTimeout(120_000);
        var watch = new PageWatch(page);
        await page.GotoAsync(ClassicJupyter.AddressOf(_server!, $"kernelspecs/{KernelSpec.Name}/lab.html"));
        return (page, watch);
    }
}
