using Hnn.Cli.Servers;
using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>A tab with a notebook in the classic Jupyter, used as readers use it.</summary>
internal sealed class ClassicPage
{
    private readonly PageWatch _watch;

    private ClassicPage(IPage page) => (Page, _watch, Outputs) = (page, new PageWatch(page), new OutputChecks(page, ".output_subarea"));

    public IPage Page { get; }

    /// <summary>What the cells put out.</summary>
    public OutputChecks Outputs { get; }

    /// <summary>What the page did and must not do.</summary>
    public IReadOnlyCollection<string> Faults => _watch.Faults;

    /// <summary>Opens a notebook of the server's folder and waits for its kernel.</summary>
    public static async Task<ClassicPage> OpenAsync(IBrowser browser, JupyterServer server, string name)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
        page.SetDefaultTimeout(240_000);
        var classic = new ClassicPage(page);
        await page.GotoAsync(ClassicJupyter.AddressOf(server, $"notebooks/{name}"));
        await classic.WaitForKernelAsync();
        return classic;
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await WaitForKernelAsync();
    }

    /// <summary>Chooses Run All in the menu.</summary>
    public async Task RunAllAsync()
    {
        await Page.ClickAsync("#celllink");
        await Page.ClickAsync("#run_all_cells a");
    }

    /// <summary>Chooses a cell and, in the menu, to run it and those below.</summary>
    /// <param name="index">The cell's place in the notebook, from 0.</param>
    public async Task RunBelowAsync(int index)
    {
        await Cell(index).ClickAsync();
        await Page.ClickAsync("#celllink");
        await Page.ClickAsync("#run_all_cells_below a");
    }

    /// <summary>Presses the button that interrupts the kernel.</summary>
    public Task StopAsync() => Page.ClickAsync("[data-jupyter-action='jupyter-notebook:interrupt-kernel']");

    /// <summary>Presses the button that saves, and waits until that is done.</summary>
    public async Task SaveAsync()
    {
        await Page.ClickAsync("[data-jupyter-action='jupyter-notebook:save-notebook']");
        await Page.WaitForFunctionAsync("() => !Jupyter.notebook.dirty");
    }

    /// <summary>A cell by its place in the notebook, from 0.</summary>
    public ILocator Cell(int index) => Page.Locator("#notebook-container > .cell").Nth(index);

    /// <summary>Waits until no cell runs or is to run.</summary>
    public Task WaitUntilIdleAsync() => WaitForPromptsAsync("!prompt.includes('*')");

    /// <summary>Waits until every code cell has the number of a run that is over.</summary>
    public Task WaitUntilAllRanAsync() => WaitForPromptsAsync("/\\d/.test(prompt)");

    private async Task WaitForPromptsAsync(string condition)
    {
        const string Prompts = "[...document.querySelectorAll('.code_cell .input_prompt')].map(each => each.textContent)";
        try
        {
            await Page.WaitForFunctionAsync($"() => document.querySelector('.kernel_idle_icon') && {Prompts}.every(prompt => {condition})");
        }
        catch (TimeoutException)
        {
            var errors = await Page.Locator(".output_error").AllInnerTextsAsync();
            Assert.Fail($"Waited in vain for {condition}.\nPrompts: {string.Join(", ", await Page.EvaluateAsync<string[]>(Prompts))}\nErrors:\n{string.Join('\n', errors)}\nFaults:\n{string.Join('\n', Faults)}");
        }
    }

    private async Task WaitForKernelAsync() =>
        await Page.WaitForFunctionAsync("() => document.querySelector('.kernel_idle_icon') && Jupyter.notebook?.kernel?.is_connected()");
}
