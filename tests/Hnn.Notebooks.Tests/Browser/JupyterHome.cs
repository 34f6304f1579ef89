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
        Directory.CreateDirectory(PathOf("work"));
        var (code, text) = Run("dotnet", [typeof(KernelSpec).Assembly.Location, "notebook", "install"]);
        Assert.True(code == 0, text);
    }

    /// <summary>Where the kernel was installed; a Jupyter server hands out what lies there.</summary>
    public string KernelFolder => PathOf(Path.Combine("data", "kernels", KernelSpec.Name));

    /// <summary>Where Jupyter keeps its connection files.</summary>
    public string RuntimeFolder => PathOf("runtime");

    /// <summary>Full path of a file among the notebooks.</summary>
    public string NotebookPathOf(string name) => PathOf(Path.Combine("work", name));

    /// <summary>Starts a program in the folder of the notebooks; what it writes is for the caller to read.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables besides those that name the folders.</param>
    public Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = PathOf("work") };
        start.Environment.Remove("JPY_PARENT_PID");
        foreach (var (variable, folder) in new[] { ("JUPYTER_DATA_DIR", "data"), ("JUPYTER_CONFIG_DIR", "config"), ("JUPYTER_RUNTIME_DIR", "runtime"), ("IPYTHONDIR", "ipython") })
            start.Environment[variable] = PathOf(folder);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public (int Code, string Text) Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        using var process = Start(program, arguments, settings);
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
