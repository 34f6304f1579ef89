using System.Globalization;

namespace Hnn.Mpi.Launching;

// What Open MPI 4 leaves of a job whose launcher was killed: a folder named after the launcher's process, and shared memory named after the
// job, whose number stands at the beginning of a file of that folder. Jobs that end otherwise clean up themselves; MPICH leaves nothing.
internal static class JobFiles
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>Removes what is left of the job of a launcher that has ended.</summary>
    /// <param name="launcher">Process number of the launcher.</param>
    /// <param name="temporary">Folder of temporary files that the launcher used.</param>
    public static void Remove(int launcher, string temporary) => Remove(launcher, temporary, SharedMemory);

    /// <summary>The same, with another folder of shared memory.</summary>
    public static void Remove(int launcher, string temporary, string sharedMemory)
    {
        // A folder of this name may be of another host, where hosts share the folder of temporary files: the host's name stands in it.
        var host = Environment.MachineName.Split('.')[0];
        foreach (var user in Find(temporary, $"ompi.{host}.*"))
        {
            var folder = Path.Combine(user, string.Create(CultureInfo.InvariantCulture, $"pid.{launcher}"));
            if (!Directory.Exists(folder))
                continue;
            if (Family(Path.Combine(folder, "contact.txt")) is { } family)
                foreach (var segment in Find(sharedMemory, $"vader_segment.{host}.{Path.GetExtension(user)[1..]}.{family}*"))
                    Try(() => File.Delete(segment));
            Try(() => Directory.Delete(folder, recursive: true));
        }
    }

    // The file begins with the number of the launcher's own job, in which the upper half is common to all its jobs; names have it in hexadecimal.
    private static string? Family(string contact)
    {
        try
        {
            return uint.TryParse(File.ReadAllText(contact).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var job) && job >> 16 != 0
                ? (job >> 16).ToString("x", CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Find(string folder, string pattern) => Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder, pattern) : [];

    // Another's file stays; that is no reason to fail.
    private static void Try(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
