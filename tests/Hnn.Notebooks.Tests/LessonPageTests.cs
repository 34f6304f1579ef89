using System.Collections.Concurrent;
using Hnn.Cli.Notebooks;
using Hnn.Programs;
using Hnn.Testing;
using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests;

/// <summary>Lesson 1 as a page with live charts, in a browser without a network.</summary>
[Collection(OneByOne.Name)]
public sealed class LessonPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _errors = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_charts_are_drawn_offline_the_matrix_can_be_clicked_and_the_film_moved()
    {
        Assert.SkipUnless(Chromium.IsAvailable, Chromium.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var (driver, browser) = await Chromium.StartAsync();
        using var started = driver;
        await using var ended = browser;
        var page = await OpenAsync(browser, await PageOfShortLessonAsync());

        var charts = await page.Locator(".hnn-chart").CountAsync();
        Assert.True(charts >= 8);
        await page.WaitForFunctionAsync("count => document.querySelectorAll('[data-hnn-state=drawn]').length === count", charts);
        Assert.Equal(0, await page.Locator(".hnn-chart img").CountAsync());

        await ClickingARowOfTheMatrixShowsItsTargetsAsync(page);
        await MovingTheSliderColoursTheCellsAnewAsync(page);

        Assert.Empty(_requests);
        Assert.Empty(_errors);
    }

    private static async Task ClickingARowOfTheMatrixShowsItsTargetsAsync(IPage page)
    {
        const string matrix = "const gd = [...document.querySelectorAll('.js-plotly-plot')].find(each => each.data.some(trace => trace.type === 'heatmap'));";
        await page.EvaluateAsync($"() => {{ {matrix} gd.scrollIntoView({{ block: 'center' }}); }}");
        var before = await ColoursAsync();
        var spot = await page.EvaluateAsync<float[]>($"() => {{ {matrix} const box = gd.getBoundingClientRect(), x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis;"
            + " return [box.left + x._offset + x.d2p(80), box.top + y._offset + y.d2p(120)]; }");

        await page.Mouse.MoveAsync(spot[0], spot[1]);
        await page.Mouse.ClickAsync(spot[0], spot[1]);

        await page.WaitForFunctionAsync($"() => {{ {matrix} return gd.layout.annotations.some(each => each.text.startsWith('Source L2_pyramidal, gid 120:')); }}");
        Assert.NotEqual(before, await ColoursAsync());

        Task<string> ColoursAsync() => page.EvaluateAsync<string>($"() => {{ {matrix} return JSON.stringify(gd.data.filter(trace => trace.type === 'scatter').map(trace => trace.marker.color)); }}");
    }

    private static async Task MovingTheSliderColoursTheCellsAnewAsync(IPage page)
    {
        const string film = "const gd = [...document.querySelectorAll('.js-plotly-plot')].find(each => each.layout.sliders);";
        await page.EvaluateAsync($"() => {{ {film} gd.scrollIntoView({{ block: 'center' }}); }}");
        var before = await ColoursAsync();
        var rail = await page.Locator(".slider-rail-touch-rect").First.BoundingBoxAsync();

        await page.Mouse.ClickAsync(rail!.X + (0.1f * rail.Width), rail.Y + (rail.Height / 2));

        await page.WaitForFunctionAsync($"before => {{ {film} return JSON.stringify(gd.data[1].line.color) !== before; }}", before);
        var active = await page.EvaluateAsync<int>($"() => {{ {film} return gd._fullLayout.sliders[0].active; }}");
        Assert.InRange(active, 5, 25);

        Task<string> ColoursAsync() => page.EvaluateAsync<string>($"() => {{ {film} return JSON.stringify(gd.data[1].line.color); }}");
    }

    private async Task<string> PageOfShortLessonAsync()
    {
        var path = _folder.PathOf("lesson.html");
        NotebookPages.Save(path, await Lesson.RunShortLiveAsync());
        return path;
    }

    private async Task<IPage> OpenAsync(IBrowser browser, string path)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 900 } });
        page.SetDefaultTimeout(120_000);
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Scheme is not ("file" or "data" or "blob"))
                _requests.Enqueue(request.Url);
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }
}
