using Hnn.Mpi.FaultProgram;

namespace Hnn.Mpi.Tests.Faults;

/// <summary>Fits to which something happens, with the words of the tests.</summary>
internal static class Fault
{
    // Long enough to be at work when it happens, and no longer; all behind the first in one call of the backend, which starts ranks again once.
    private static readonly SampleFit ByTrials = new(Evaluations: 120, StopTime: 20, Together: 120);
    private static readonly SampleFit ByCells = new(Evaluations: 1, StopTime: 400, Together: 4);

    private static readonly Dictionary<SampleFit, Lazy<string>> Hashes = new[] { ByTrials, ByCells }.ToDictionary(fit => fit, fit => new Lazy<string>(() => SampleFit.HashOf(fit.Run())));

    /// <summary>Time from the start of work to a fault.</summary>
    public static TimeSpan Moment { get; } = TimeSpan.FromSeconds(0.3);

    /// <summary>A fit under the launcher of a family; where that is not installed, the test is skipped.</summary>
    public static FaultRun In(string family, MpiMode mode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux, whose /proc tells of the processes of a job.");
        var fit = mode == MpiMode.Cells ? ByCells : ByTrials;
        var test = TestContext.Current.TestOutputHelper;
        return new FaultRun(Launcher.Of(family).Program, mode, fit, Hashes[fit].Value) { Log = line => test?.WriteLine(line) };
    }
}
