using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>Pictures of pages for whoever wants to look at them: in the folder that HNN_SCREENSHOTS names, if it does.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HNN_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    // Higher ones Chromium does not draw whole.
    private const int Height = 2400;

    /// <summary>Takes pictures of all that a page can be scrolled to.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Beginning of the files' names.</param>
    /// <param name="scroller">Selects the element that is scrolled.</param>
    public static async Task TakeAsync(IPage page, string name, string scroller)
    {
        if (Folder is null)
            return;
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(size.Width, Height);
        for (var number = 1; ; number++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{number}.png") });
            if (!await page.EvaluateAsync<bool>("selector => { const all = document.querySelector(selector), before = all.scrollTop; all.scrollTop += all.clientHeight; return all.scrollTop > before; }", scroller))
                break;
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
