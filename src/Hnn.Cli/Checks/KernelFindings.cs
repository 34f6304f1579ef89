using System.Runtime.InteropServices;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Servers;
using Hnn.Mpi.Launching;

namespace Hnn.Cli.Checks;

/// <summary>The kernel, what it runs on, and Jupyter.</summary>
internal static class KernelFindings
{
    // The whole check shall take no longer than two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>The version of .NET that this program, and so the kernel, runs on.</summary>
    public static Finding Runtime() => Finding.Ok(".NET", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}, hnn {KernelSpec.Version}.");

    /// <summary>The SDK, which notebooks seldom need.</summary>
    public static Finding Sdk()
    {
        const string Subject = ".NET SDK";

        // The runtime lies in shared/Microsoft.NETCore.App/VERSION.
        var sdks = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        var newest = Directory.Exists(sdks)
            ? Directory.EnumerateDirectories(sdks).Select(folder => Path.GetFileName(folder)).Where(name => char.IsAsciiDigit(name[0])).MaxBy(name => Version.TryParse(name.Split('-')[0], out var version) ? version : new Version())
            : null;
        return newest is not null
            ? Finding.Ok(Subject, $"{newest}.")
            : Finding.Note(
                Subject, "It is not found. The lessons need only the runtime; the SDK fetches other packages, where a cell says '#r \"nuget: …\"'.",
                "Debian, Ubuntu: 'apt install dotnet-sdk-10.0', on Debian after adding Microsoft's source of packages.", "macOS: 'brew install --cask dotnet-sdk'.", "Windows: 'winget install Microsoft.DotNet.SDK.10'.");
    }

    /// <summary>Whether Jupyter knows the kernel and can start it.</summary>
    public static Finding Kernel()
    {
        const string Subject = "kernel";
        const string Anew = "'hnn notebook install' writes it anew.";
        var kernel = InstalledKernel.In(KernelSpec.UserData());
        var start = string.Join(' ', kernel.Command.TakeWhile(word => word != "notebook"));
        if (!kernel.IsThere)
            return Finding.Fault(Subject, $"'{KernelSpec.DisplayName}' is not installed: Jupyter would look for it in {kernel.Folder}. 'hnn notebook install' puts it there; 'hnn notebook open' does so, too.");
        if (kernel.IsForeign)
            return Finding.Fault(Subject, $"{kernel.Folder} holds something that hnn did not write. Remove or rename it, then 'hnn notebook install'.");
        if (!kernel.CanStart)
            return Finding.Fault(Subject, $"'{KernelSpec.DisplayName}' cannot start: {(kernel.MissingFile is { } missing ? $"'{missing}' is not there any more" : "its command is empty")}. {Anew}");
        if (kernel.IsUpToDate)
            return Finding.Ok(Subject, $"'{KernelSpec.DisplayName}' {kernel.Version} is installed in {kernel.Folder} and starts {start}.");
        return Finding.Note(
            Subject,
            kernel.Version < KernelSpec.Version ? $"'{KernelSpec.DisplayName}' is of version {kernel.Version}, and this is {KernelSpec.Version}. {Anew}"
            : !kernel.HasPlotly ? $"{KernelSpec.PlotlyName} is missing in {kernel.Folder}; without a network, charts stay pictures. {Anew}"
            : $"'{KernelSpec.DisplayName}' starts another hnn than this, {start}. 'hnn notebook install' lets it start this one.");
    }

    /// <summary>Which Jupyter there is.</summary>
    public static async Task<Finding> JupyterAsync(CancellationToken cancellation)
    {
        const string Subject = "Jupyter";
        if (await JupyterProgram.FindAsync(cancellation).ConfigureAwait(false) is not { } jupyter)
            return Finding.Note(Subject, "It is not found on the PATH. It is needed to work live with 'hnn notebook open'; 'hnn notebook run' and 'hnn notebook export' do without.", JupyterProgram.Installations);
        var version = await jupyter.VersionAsync(Patience, cancellation).ConfigureAwait(false);
        return Finding.Ok(Subject, $"{jupyter.Name}{(version.Length > 0 ? $" {version}" : "")}, {jupyter.Path}.");
    }

    /// <summary>Whether Jupyter's converter is there.</summary>
    public static Finding Nbconvert()
    {
        const string Subject = "nbconvert";
        return ProgramPath.Find("jupyter-nbconvert") is { } path
            ? Finding.Ok(Subject, $"{path}.")
            : Finding.Note(
                Subject, "It is not found. It turns notebooks into slides, LaTeX and more; for web pages 'hnn notebook export' does.",
                "Debian, Ubuntu: 'apt install jupyter-nbconvert'.", "macOS, Windows: it comes with JupyterLab, or with 'pip install nbconvert'.");
    }
}
