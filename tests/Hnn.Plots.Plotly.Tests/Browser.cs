using System.Reflection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Hnn.Plots.Plotly.Tests.Browser))]

namespace Hnn.Plots.Plotly.Tests;

/// <summary>A Chromium without a screen, started once for all tests, for pages that ask nobody for anything.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    // Drawing in space is done by software, so that no graphics card is needed.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);
    private ChartPage? _notebook;

    public static bool IsAvailable => File.Exists(Path);

    public static string WhySkipped => $"There is no {Path}: install the package chromium, or run test.sh --all, which does.";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Shows a piece of HTML on a page that has plotly.js already and is used again and again, as that of a notebook.</summary>
    /// <param name="html">The piece; it takes the place of the one before.</param>
    internal async Task<ChartPage> ShowAsync(string html)
    {
        _notebook ??= await OpenAsync($"<!DOCTYPE html><html><body><script>{PlotlyFragment.Script}</script></body></html>");
        await _notebook.ShowAsync(html);
        return _notebook;
    }

    /// <summary>Opens a page.</summary>
    /// <param name="html">Its text.</param>
    /// <param name="files">Texts of other files of the page's server, by their paths.</param>
    internal async Task<ChartPage> OpenAsync(string html, params (string Path, string Text)[] files)
    {
        Assert.SkipUnless(IsAvailable, WhySkipped);
        var page = await (await _started.Value).Browser.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 700 } });
        return await ChartPage.OpenAsync(page, html, files);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (driver, browser) = await _started.Value;
        await browser.CloseAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var package = typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "PlaywrightDriver").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments }));
    }
}
