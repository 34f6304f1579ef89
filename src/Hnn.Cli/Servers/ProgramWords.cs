using System.ComponentModel;
using System.Diagnostics;

namespace Hnn.Cli.Servers;

/// <summary>Asks a program something that it answers at once, such as its version.</summary>
internal static class ProgramWords
{
    /// <summary>Runs a program and takes what it writes to standard output.</summary>
    /// <param name="program">Full path of the program.</param>
    /// <param name="words">Its words.</param>
    /// <param name="limit">How long it may take; then it is ended.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What it wrote; null if it cannot be started, fails or takes too long.</returns>
    public static async Task<string?> AskAsync(string program, IEnumerable<string> words, TimeSpan limit, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Close();
            try
            {
                var (output, error) = (process.StandardOutput.ReadToEndAsync(time.Token), process.StandardError.ReadToEndAsync(time.Token));
                await Task.WhenAll(output, error, process.WaitForExitAsync(time.Token)).ConfigureAwait(false);
                return process.ExitCode == 0 ? await output.ConfigureAwait(false) : null;
            }
            finally
            {
                if (time.IsCancellationRequested)
                    process.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
