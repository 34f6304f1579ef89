using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    // By this field we know a folder that we wrote.
    private const string Mark = "hnn_version";

    /// <summary>How this program is started; the first word is a full path.</summary>
    public static ImmutableArray<string> Command { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.ProcessPath!, typeof(KernelSpec).Assembly.Location] : [Environment.ProcessPath!];

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
        var folder = Path.Combine(data, "kernels", Name);
        var (kernel, plotly) = (Path.Combine(folder, "kernel.json"), Path.Combine(folder, "plotly.min.js"));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !IsOurs(kernel))
            throw new InvalidOperationException($"The folder '{folder}' holds something that 'hnn notebook install' did not write, and it stays as it is. Remove or rename it, or choose another place with --prefix.");
        Directory.CreateDirectory(folder);
        AtomicFile.WriteText(kernel, Json());
        AtomicFile.WriteText(plotly, PlotlyFragment.Script);
        return [kernel, plotly];
    }

    private static bool IsOurs(string kernel)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(kernel))?["metadata"]?[Mark] is not null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Json() => Output.Terminal.Serialize(new Dictionary<string, object>
    {
        ["argv"] = Command.AddRange("notebook", "kernel", "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new Dictionary<string, string> { [Mark] = typeof(KernelSpec).Assembly.GetName().Version!.ToString(3) },
    }) + "\n";
}
