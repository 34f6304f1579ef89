using Hnn.Cli.Servers;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>The classic Jupyter notebook, started as <c>hnn notebook open</c> starts it.</summary>
internal static class ClassicJupyter
{
    private const string Program = "/usr/bin/jupyter-notebook";
    private const int AnyPort = 0;

    /// <summary>Whether it is installed.</summary>
    public static bool IsAvailable => File.Exists(Program);

    /// <summary>Why a test that needs it is skipped.</summary>
    public static string WhySkipped => $"There is no {Program}: install the package jupyter-notebook, or run test.sh --all, which does.";

    /// <summary>Starts it and waits until it answers.</summary>
    public static Task<JupyterServer> StartAsync(JupyterHome home) => JupyterServer.StartAsync(
        new JupyterProgram(Program, [], IsLab: false), new OpenTarget(home.NotebookFolder, File: null), LocalPort.Choose(AnyPort), opensBrowser: false,
        tell: _ => { }, TestContext.Current.CancellationToken, home.Environment);

    /// <summary>The address of a place at the server, which lets in whoever has it.</summary>
    public static string AddressOf(JupyterServer server, string path) => new UriBuilder(server.Address) { Path = path }.ToString();
}
