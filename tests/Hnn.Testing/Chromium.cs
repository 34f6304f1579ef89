using System.Reflection;
using Microsoft.Playwright;

namespace Hnn.Testing;

/// <summary>A Chromium without a screen, for pages that ask nobody for anything.</summary>
public static class Chromium
{
    private const string Path = "/usr/bin/chromium";

    // Drawing in space is done by software, so that no graphics card is needed.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    /// <summary>Whether it is installed.</summary>
    public static bool IsAvailable => File.Exists(Path);

    /// <summary>Why a test that needs it is skipped.</summary>
    public static string WhySkipped => $"There is no {Path}: install the package chromium, or run test.sh --all, which does.";

    /// <summary>Starts it; whoever asks closes the browser and disposes the driver.</summary>
    public static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var package = typeof(Chromium).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "PlaywrightDriver").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments }));
    }
}
