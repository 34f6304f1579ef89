namespace Hnn.Mpi.Binding;

/// <summary>Keeps a rank's standard output clean: a launcher may give ranks a terminal, into which the console and MPI libraries write of their own accord.</summary>
public static class RankOutput
{
    /// <summary>Takes standard output for the caller alone; whatever anything else in this process writes there goes to standard error instead.</summary>
    /// <remarks>To be called first thing in a rank, before the console is used and before MPI is opened.</remarks>
    /// <returns>The stream that reaches the launcher's standard output, unbuffered.</returns>
    /// <exception cref="IOException">The system refuses to redirect it.</exception>
    public static Stream Reserve()
    {
        // .NET gives this stream a descriptor of its own, which still stands for the launcher's end when the number 1 no longer does.
        var output = Console.OpenStandardOutput();
        if (OperatingSystem.IsWindows())
            Console.SetOut(Console.Error);
        else
            SystemFunctions.Redirect(1, target: 2);
        return output;
    }
}
