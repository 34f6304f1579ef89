using Microsoft.Win32.SafeHandles;

namespace Hnn.Mpi.Binding;

/// <summary>Keeps a rank's standard output clean: a launcher may give ranks a terminal, into which the console and MPI libraries write of their own accord.</summary>
public static class RankOutput
{
    /// <summary>Takes standard output for the caller alone; whatever anything else in this process writes there goes to standard error instead.</summary>
    /// <remarks>To be called first thing in a rank, before the console is used and before MPI is opened.</remarks>
    /// <returns>The stream that reaches the launcher's standard output, unbuffered.</returns>
    /// <exception cref="IOException">The system refuses a second descriptor.</exception>
    public static Stream Reserve()
    {
        if (OperatingSystem.IsWindows())
        {
            var output = Console.OpenStandardOutput();
            Console.SetOut(Console.Error);
            return output;
        }

        var own = SystemFunctions.Duplicated(1);
        SystemFunctions.Redirect(1, target: 2);
        return new FileStream(new SafeFileHandle(own, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }
}
