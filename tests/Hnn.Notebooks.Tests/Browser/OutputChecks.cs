using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>What holds for outputs on every page.</summary>
/// <param name="page">The page.</param>
/// <param name="place">Selects the elements that hold one output each.</param>
internal sealed class OutputChecks(IPage page, string place)
{
    // Drawn once: the picture in a chart's place is gone.
    private const string AllDrawn = """
        () => document.querySelector('.hnn-chart') && [...document.querySelectorAll('.hnn-chart')].every(chart =>
          chart.dataset.hnnState === 'drawn' && chart.querySelector('.js-plotly-plot .main-svg') && !chart.querySelector('img'))
        """;

    private const string AllShown = """
        ([place, count]) => { const all = [...document.querySelectorAll(`:is(${place}) img`)]; return all.length >= count && all.every(picture => picture.naturalWidth > 0); }
        """;

    private const string TooWide = """
        place => [...document.querySelectorAll(place)].filter(each => each.scrollWidth > each.clientWidth).map(each => `${each.innerText.slice(0, 60)}: ${each.scrollWidth} > ${each.clientWidth}`)
        """;

    /// <summary>Waits until every chart is drawn; none is wider than its place.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> EveryChartIsDrawnAsync()
    {
        await page.WaitForFunctionAsync(AllDrawn);
        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide, place));
        return await page.Locator(".hnn-chart").CountAsync();
    }

    /// <summary>Waits until there are pictures and tables in the charts' place, as where nothing is trusted: no script runs.</summary>
    public async Task PicturesAreShownAndNothingRunsAsync(int charts)
    {
        await page.WaitForFunctionAsync(AllShown, new object[] { place, charts });
        Assert.True(await page.Locator($":is({place}) table").CountAsync() > 0);
        Assert.Equal(0, await page.Locator($":is({place}) :is(script, svg)").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("() => 'hnnCharts' in window"));
        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide, place));
    }
}
