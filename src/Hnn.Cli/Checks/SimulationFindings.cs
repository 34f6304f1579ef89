using Hnn.Core.Datasets;
using Hnn.Mpi;
using Hnn.Mpi.Checks;

namespace Hnn.Cli.Checks;

/// <summary>What simulations can use: MPI, and measured dipoles.</summary>
internal static class SimulationFindings
{
    /// <summary>Whether there is a launcher; no rank is started.</summary>
    public static Finding Mpi()
    {
        const string Subject = "MPI";
        var check = new CheckRun(MpiOptions.Default).Look();
        if (check.Launcher is null)
            return Finding.Note(Subject, $"No launcher '{MpiOptions.Default.Launcher}' is found. MPI shares simulations out over machines; without it, threads give the same results.", Advice.Installations);
        return check.Findings.FirstOrDefault(finding => finding.Kind == MpiFindingKind.Fault) is { } fault
            ? Finding.Note(Subject, $"{fault.Text} 'hnn mpi check' tells more.")
            : Finding.Ok(Subject, $"{check.Launcher}, {check.Family}{(check.Version.Length > 0 ? $" {check.Version}" : "")}. 'hnn mpi check' tells whether it works.");
    }

    /// <summary>Where measured dipoles are.</summary>
    public static Finding Data()
    {
        const string Subject = "measured dipoles";
        var lookup = DatasetLookup.FromEnvironment();
        if (lookup.DataFolder is { } named && !Directory.Exists(named))
            return Finding.Note(Subject, $"HNN_DATA names the folder '{named}', which is not there. Let it name the folder with the dipoles, or unset it.");
        string[] folders = [.. new[] { lookup.DataFolder, lookup.CacheFolder }.OfType<string>()];
        var missing = Dataset.All.Select(data => data.FileName).Where(file => !folders.Any(folder => File.Exists(Path.Combine(folder, file)))).ToArray();
        return missing.Length == 0
            ? Finding.Ok(Subject, $"All {Dataset.All.Length} are in {string.Join(" or ", folders.Where(Directory.Exists))}.")
            : Finding.Note(Subject, $"Not here: {string.Join(", ", missing)}. A lesson that needs one downloads it once, into {lookup.CacheFolder}; without a network it says so and takes an invented one. To bring your own, put the files into a folder and name it in HNN_DATA.");
    }
}
