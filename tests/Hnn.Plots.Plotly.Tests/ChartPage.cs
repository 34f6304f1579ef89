using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Hnn.Plots.Plotly.Tests;

/// <summary>A page in the browser, on a server that exists only within the test. What it asks for, and what goes wrong on it, is written down.</summary>
internal sealed class ChartPage : IAsyncDisposable
{
    private const string Server = "http://notebook.test/";

    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _errors = [];

    private ChartPage(IPage page) => _page = page;

    /// <summary>What the page asked for besides itself.</summary>
    public IEnumerable<string> Requests => _requests;

    public IEnumerable<string> Errors => _errors;

    public IPage Browser => _page;

    public static async Task<ChartPage> OpenAsync(IPage page, string html, (string Path, string Text)[] files)
    {
        var opened = new ChartPage(page);
        page.PageError += (_, error) => opened._errors.Enqueue(error);
        await page.RouteAsync("**/*", async route =>
        {
            var url = route.Request.Url;
            if (url == Server)
            {
                await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
                return;
            }

            opened._requests.Enqueue(url);
            if (files.FirstOrDefault(file => Server + file.Path == url).Text is { } text)
                await route.FulfillAsync(new() { ContentType = "text/javascript", Body = text });
            else
                await route.AbortAsync();
        });
        await page.GotoAsync(Server);
        return opened;
    }

    /// <summary>Puts a piece of HTML in place of all that is shown, and runs its scripts.</summary>
    public Task ShowAsync(string html)
    {
        _requests.Clear();
        _errors.Clear();
        return _page.EvaluateAsync("html => document.body.replaceChildren(document.createRange().createContextualFragment(html))", html);
    }

    /// <summary>Waits until as many charts are drawn.</summary>
    public Task DrawnAsync(int charts = 1) => _page.WaitForFunctionAsync("count => document.querySelectorAll('[data-hnn-state=drawn] .js-plotly-plot .main-svg, [data-hnn-state=drawn] canvas').length >= count"
        + " && document.querySelectorAll('[data-hnn-state=drawn]').length === count", charts);

    /// <summary>A value of the first chart, of which <paramref name="expression"/> knows the element as <c>gd</c>.</summary>
    public async Task<JsonElement> OfChartAsync(string expression) =>
        await _page.EvaluateAsync<JsonElement>($"() => {{ const gd = document.querySelector('.js-plotly-plot'); return {expression}; }}");

    /// <summary>Waits until something is true of the first chart, <c>gd</c>.</summary>
    public Task UntilAsync(string condition) => _page.WaitForFunctionAsync($"() => {{ const gd = document.querySelector('.js-plotly-plot'); return {condition}; }}");

    public async ValueTask DisposeAsync() => await _page.CloseAsync();
}
