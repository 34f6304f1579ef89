using System.Runtime.ExceptionServices;

namespace Hnn.Jupyter.Scripting;

/// <summary>Exceptions of a cell's threads and <c>async void</c> methods: they would end the process, and become errors of the cell instead.</summary>
internal static class StrayExceptions
{
    private static int _isInstalled;

    /// <summary>Takes charge of such exceptions, unless the host has its own handler.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _isInstalled, 1) == 1)
            return;
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(IsTaken);
        }
        catch (InvalidOperationException)
        {
            // A process has one handler, and the host was first.
        }
    }

    // An exception of other code ends the process as ever.
    private static bool IsTaken(Exception exception)
    {
        if (RunningCell.Current is not { } cell)
            return false;
        if (cell.Takes(exception))
            return true;
        RunningCell.Current = null;
        Console.Error.WriteLine($"Code that an earlier cell left behind has failed. {exception}");
        return true;
    }
}
