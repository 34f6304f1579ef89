using Hnn.Core.Drives;

namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a run of a certain length.</summary>
internal static class RunChecks
{
    public static IEnumerable<NetworkProblem> Of(double stopTime)
    {
        if (!(double.IsFinite(stopTime) && stopTime > 0))
            yield return new($"The run ends at {stopTime} ms.", "It starts at 0 ms.", "Give a finite time above 0.");
    }

    public static IEnumerable<NetworkProblem> Of(PoissonDrive drive, double stopTime)
    {
        if (drive.Stop is null && drive.Start > stopTime)
        {
            yield return new(
                $"Drive '{drive.Name}' starts at {drive.Start} ms.", $"The run ends at {stopTime} ms, and so would the drive.",
                "Start it earlier, or simulate longer.");
        }
    }
}
