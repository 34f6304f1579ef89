using System.Collections.Immutable;
using Hnn.Core.Files;
using Hnn.Plots.Plotly;

namespace Hnn.Cli.Notebooks;

/// <summary>The folder that tells Jupyter of the kernel: kernel.json, and the plotly.js that charts ask the server for.</summary>
internal static class KernelSpec
{
    /// <summary>The kernel's name in files and addresses.</summary>
    public const string Name = PlotlyFragment.KernelName;

    /// <summary>The kernel's name in menus.</summary>
    public const string DisplayName = "C# (Hnn)";

    /// <summary>Name of the file that Jupyter reads.</summary>
    public const string FileName = "kernel.json";

    /// <summary>Name of the file beside it that charts ask for.</summary>
    public const string PlotlyName = "plotly.min.js";

    /// <summary>How this program is started; the first word is a full path.</summary>
    public static ImmutableArray<string> Command { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.ProcessPath!, typeof(KernelSpec).Assembly.Location] : [Environment.ProcessPath!];

    /// <summary>How Jupyter starts this program as a kernel.</summary>
    public static ImmutableArray<string> WholeCommand => Command.AddRange("notebook", "kernel", "{connection_file}");

    /// <summary>The version of this program, of three numbers.</summary>
    public static Version Version { get; } = System.Version.Parse(typeof(KernelSpec).Assembly.GetName().Version!.ToString(3));

    /// <summary>Where Jupyter looks for what belongs to this user.</summary>
    public static string UserData()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } data)
            return data;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Jupyter");
        return Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } share ? share : Path.Combine(home, ".local", "share"), "jupyter");
    }

    /// <summary>Writes the folder below Jupyter's data.</summary>
    /// <returns>Paths of the files.</returns>
    /// <exception cref="InvalidOperationException">There is a kernel of the same name that we did not write.</exception>
    public static ImmutableArray<string> Install(string data)
    {
        var installed = InstalledKernel.In(data);
        if (installed.IsForeign)
            throw new InvalidOperationException($"The folder '{installed.Folder}' holds something that 'hnn notebook install' did not write, and it stays as it is. Remove or rename it, or choose another place with --prefix.");
        var (kernel, plotly) = (Path.Combine(installed.Folder, FileName), Path.Combine(installed.Folder, PlotlyName));
        Directory.CreateDirectory(installed.Folder);
        AtomicFile.WriteText(kernel, Json());
        AtomicFile.WriteText(plotly, PlotlyFragment.Script);
        return [kernel, plotly];
    }

    /// <summary>Writes the folder unless it is there already and up to date.</summary>
    /// <returns>Paths of the files that were written.</returns>
    /// <exception cref="InvalidOperationException">There is a kernel of the same name that we did not write.</exception>
    public static ImmutableArray<string> Update(string data) => InstalledKernel.In(data).IsUpToDate ? [] : Install(data);

    private static string Json() => Output.Terminal.Serialize(new Dictionary<string, object>
    {
        ["argv"] = WholeCommand,
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new Dictionary<string, string> { [InstalledKernel.Mark] = Version.ToString() },
    }) + "\n";
}
