using Hnn.Jupyter.Scripting;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>A C# kernel for Jupyter, protocol 5.3: listens on this machine alone, and takes signed messages alone.</summary>
public static class KernelHost
{
    /// <summary>Serves a notebook until its user shuts the kernel down, or its parent process ends (not watched under Windows). The process is to end then, for threads of cells may still run.</summary>
    /// <param name="connectionFile">Path of the file in which Jupyter says where to listen.</param>
    /// <param name="options">What cells have at hand.</param>
    /// <param name="cancellation">Ends it, too.</param>
    /// <exception cref="KernelStartException">The file is no connection file, or asks for what is refused: messages without signatures, an address that other machines reach.</exception>
    /// <remarks>Blocks its thread: threads of the pool, which cells may use up, are needed neither to interrupt a cell nor to end.</remarks>
    public static void Run(string connectionFile, EngineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connectionFile);
        ArgumentNullException.ThrowIfNull(options);
        using var end = new ManualResetEventSlim();
        using var server = new KernelServer(ConnectionFile.Load(connectionFile), options, end.Set);
        using var cancelled = cancellation.Register(end.Set);
        ParentWatch.Start(end.Set);
        server.Start();
        end.Wait(CancellationToken.None);
    }
}
