namespace Hnn.Mpi.Ranks;

// Tells a process of this host that only waits for its turn, as on a busy machine, from one that will not speak again.
internal static class ProcessState
{
    /// <summary>False if the process is stopped or has ended; also where the system does not tell (elsewhere than on Linux), so that its silence decides.</summary>
    public static bool CanWork(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return status[status.LastIndexOf(')') + 2] is not ('T' or 't' or 'Z' or 'X');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
