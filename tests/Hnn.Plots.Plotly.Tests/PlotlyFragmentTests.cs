using Hnn.Plots.Colors;

namespace Hnn.Plots.Plotly.Tests;

public class PlotlyFragmentTests(Browser browser)
{
    private const string Bundle = $"kernelspecs/{PlotlyFragment.KernelName}/plotly.min.js";
    private static readonly Figure Figure = Draw.Figure(Draw.Panel(Draw.Line()));

    private static string Chart => PlotlyFragment.ToHtml(Figure, Picture.Dot);

    [Fact]
    public void The_same_figure_gives_the_same_piece() => Assert.Equal(Chart, PlotlyFragment.ToHtml(Figure, Picture.Dot));

    [Fact]
    public void A_piece_holds_the_picture_with_words_on_what_it_shows() =>
        Assert.Contains($"alt=\"Figure: Dipole moment (nAm) over Time (ms): line\" src=\"{Picture.Dot}\"", Chart, StringComparison.Ordinal);

    [Fact]
    public void A_picture_from_elsewhere_is_an_error() => Assert.Throws<ArgumentException>(() => PlotlyFragment.ToHtml(Figure, "https://example.org/a.png"));

    [Fact]
    public async Task Two_identical_charts_on_a_page_are_both_drawn_in_place_of_their_pictures()
    {
        var page = await browser.ShowAsync(Chart + Chart);

        await page.DrawnAsync(charts: 2);

        Assert.Equal(0, await page.Browser.Locator("img").CountAsync());
        Assert.Empty(page.Requests.Concat(page.Errors));
    }

    [Fact]
    public async Task In_the_classic_notebook_the_library_comes_once_from_the_server_past_the_module_loader()
    {
        const string moduleLoader = "window.define = () => { throw new Error('The module loader took the library.'); }; window.define.amd = {}; window.require = { defined: () => false };";

        await using var page = await browser.OpenAsync(Page(Script(moduleLoader) + Chart + Chart, "data-base-url=\"/\""), (Bundle, PlotlyFragment.Script));
        await page.DrawnAsync(charts: 2);

        Assert.Equal([$"http://notebook.test/{Bundle}"], page.Requests);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task In_JupyterLab_a_script_may_run_before_its_output_is_on_the_page()
    {
        var config = """<script id="jupyter-config-data" type="application/json">{"baseUrl":"/lab/"}</script>""";

        await using var page = await browser.OpenAsync(Page(config), ("lab/" + Bundle, PlotlyFragment.Script));
        await page.Browser.EvaluateAsync(
            """
            html => {
              const output = document.createElement('div');
              output.innerHTML = html;
              for (const script of output.querySelectorAll('script:not([type])')) new Function(script.textContent)();
              document.body.append(output);
            }
            """,
            Chart);

        await page.DrawnAsync();
    }

    [Fact]
    public async Task Without_the_library_the_picture_stays_and_nobody_is_asked_for_it()
    {
        await using var page = await browser.OpenAsync(Page(Chart));

        await page.Browser.WaitForTimeoutAsync(1200);

        Assert.Equal(1, await page.Browser.Locator("img").CountAsync());
        Assert.Empty(page.Requests.Concat(page.Errors));
    }

    [Fact]
    public async Task Where_the_library_comes_later_on_an_exported_page_the_chart_is_drawn_then()
    {
        await using var page = await browser.OpenAsync(Page(Chart + Script(PlotlyFragment.Script)));

        await page.DrawnAsync();
    }

    [Fact]
    public async Task A_film_in_space_is_moved_by_slider_by_key_and_by_its_play_button()
    {
        var page = await browser.ShowAsync(PlotlyFragment.ToHtml(Draw.Film(), Picture.Dot));
        await page.DrawnAsync();
        Assert.Equal("[11,12,13]", (await page.OfChartAsync("gd.data[0].line.color")).GetRawText());

        var rail = (await page.Browser.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await page.Browser.Mouse.ClickAsync(rail.X + rail.Width - 5, rail.Y + (rail.Height / 2));
        await page.UntilAsync("gd.data[0].line.color[0] === 21 && gd.data[1].marker.color[0] === 24");
        Assert.Equal("Time: 5 ms", await page.Browser.Locator(".slider-label").First.TextContentAsync());

        await page.Browser.FocusAsync(".js-plotly-plot");
        await page.Browser.Keyboard.PressAsync("ArrowLeft");
        await page.UntilAsync("gd.data[0].line.color[0] === 11");

        await page.Browser.Locator(".updatemenu-button").First.ClickAsync();
        await page.UntilAsync("gd.data[0].line.color[0] === 21");
        Assert.Empty(page.Requests.Concat(page.Errors));
    }

    [Fact]
    public async Task A_click_on_a_row_of_a_heat_map_or_the_menu_shows_its_frame_and_caption()
    {
        var page = await browser.ShowAsync(PlotlyFragment.ToHtml(Draw.Choice(), Picture.Dot));
        await page.DrawnAsync();

        // The uppermost row is the third.
        var map = (await page.Browser.Locator(".nsewdrag").First.BoundingBoxAsync())!;
        await page.Browser.Mouse.ClickAsync(map.X + 20, map.Y + 20);
        await page.UntilAsync("gd.data[1].marker.color[0] === 21 && gd.querySelector('.annotation-text').textContent === 'two'");
        Assert.Equal("2", await page.Browser.Locator("select").InputValueAsync());

        await page.Browser.SelectOptionAsync("select", "0");
        await page.UntilAsync("gd.data[1].marker.color[0] === 1 && gd.querySelector('.annotation-text').textContent === 'none <a>'");
        Assert.Empty(page.Requests.Concat(page.Errors));
    }

    [Fact]
    public async Task A_dark_chart_has_a_dark_ground_and_light_words()
    {
        var page = await browser.ShowAsync(PlotlyFragment.ToHtml(Figure, Picture.Dot, Theme.Dark));
        await page.DrawnAsync();

        var (ground, ink) = (await page.OfChartAsync("gd._fullLayout.paper_bgcolor"), await page.OfChartAsync("gd._fullLayout.xaxis.title.font.color"));

        Assert.Equal((Theme.Dark.Background.Hex, Theme.Dark.Ink.Hex), (ground.GetString(), ink.GetString()));
    }

    private static string Page(string body, string attributes = "") => $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body {attributes}>{body}</body></html>";

    private static string Script(string text) => $"<script>{text}</script>";
}
