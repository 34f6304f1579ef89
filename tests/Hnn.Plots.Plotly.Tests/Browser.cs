using Hnn.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Hnn.Plots.Plotly.Tests.Browser))]

namespace Hnn.Plots.Plotly.Tests;

/// <summary>A Chromium without a screen, started once for all tests, for pages that ask nobody for anything.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(Chromium.StartAsync);
    private ChartPage? _notebook;

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
        Assert.SkipUnless(Chromium.IsAvailable, Chromium.WhySkipped);
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
}
