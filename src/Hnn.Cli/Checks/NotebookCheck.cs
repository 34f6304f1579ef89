using System.Collections.Immutable;

namespace Hnn.Cli.Checks;

/// <summary>Looks at all that notebooks need or can use. It changes nothing, and the looks are taken at the same time, as some ask slow programs for their version.</summary>
internal static class NotebookCheck
{
    /// <summary>What was found, in the order in which it is needed.</summary>
    public static async Task<ImmutableArray<Finding>> RunAsync(CancellationToken cancellation)
    {
        Task<Finding>[] looks =
        [
            Task.Run(KernelFindings.Runtime, cancellation),
            Task.Run(KernelFindings.Sdk, cancellation),
            Task.Run(KernelFindings.Kernel, cancellation),
            KernelFindings.JupyterAsync(cancellation),
            Task.Run(KernelFindings.Nbconvert, cancellation),
            Task.Run(PictureFindings.Pictures, cancellation),
            Task.Run(PictureFindings.Fonts, cancellation),
            Task.Run(PictureFindings.Browser, cancellation),
            Task.Run(SimulationFindings.Mpi, cancellation),
            Task.Run(SimulationFindings.Data, cancellation),
        ];
        return [.. await Task.WhenAll(looks).ConfigureAwait(false)];
    }
}
