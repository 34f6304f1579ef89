using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Hnn.Cli.Notebooks;
using Hnn.Testing;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>Folders for Jupyter that are gone afterwards, with our kernel installed as users install it.</summary>
internal sealed class JupyterHome : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    public JupyterHome()
    {
        Directory.CreateDirectory(NotebookFolder);
        var (code, text) = Run("dotnet", [typeof(KernelSpec).Assembly.Location, "notebook", "install"]);
        Assert.True(code == 0, text);
    }

    /// <summary>Where the kernel was installed; a Jupyter server hands out what lies there.</summary>
    public string KernelFolder => PathOf(Path.Combine("data", "kernels", KernelSpec.Name));

    /// <summary>Environment variables that name the folders; null unsets one.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["JUPYTER_DATA_DIR"] = PathOf("data"),
        ["JUPYTER_CONFIG_DIR"] = PathOf("config"),
        ["JUPYTER_RUNTIME_DIR"] = PathOf("runtime"),
        ["IPYTHONDIR"] = PathOf("ipython"),
        ["JUPYTER_PATH"] = null,
        ["JPY_PARENT_PID"] = null,
    };

    /// <summary>Where the notebooks are.</summary>
    public string NotebookFolder => PathOf("work");

    /// <summary>Full path of a file among the notebooks.</summary>
    public string NotebookPathOf(string name) => Path.Combine(NotebookFolder, name);

    /// <summary>Runs a program in the folder of the notebooks to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables besides those that name the folders.</param>
    public (int Code, string Text) Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = NotebookFolder };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    /// <summary>Waits a little for the end of all that was started here, and of what that started: kernels, launchers, ranks.</summary>
    /// <returns>What is left; normally nothing.</returns>
    public async Task<string[]> LeftAsync()
    {
        var clock = Stopwatch.StartNew();
        while (Running().Length > 0 && clock.Elapsed < Patience)
            await Task.Delay(200);
        return Running();
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => _folder.PathOf(name);

    // Every process keeps the environment it was started with, and hands it on.
    private string[] Running() =>
    [
        .. from process in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out _) && TextOf(process, "environ").Contains(_folder.PathOf(""), StringComparison.Ordinal)
           select TextOf(process, "cmdline").Replace('\0', ' '),
    ];

    // It may end meanwhile, or belong to somebody else.
    private static string TextOf(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return "";
        }
    }
}
