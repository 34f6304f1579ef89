using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

/// <summary>
/// Fits times and weights of a network's evoked drives one after the other in the order of time, then all together. A drive cannot change the
/// dipole before it, so each step looks at the part of the dipole that its drives shape. Immutable once made; fits work on copies of the network.
/// </summary>
/// <remarks>
/// Parameters of a drive: <c>NAME_mu</c>, <c>NAME_sigma</c>, and <c>NAME_ampa_TYPE</c>, <c>NAME_nmda_TYPE</c> for each weight. Drives whose ranges of time overlap are
/// fitted in one step. A step minimises the RMSE weighted in time by the cumulative normal distribution of its first drive minus that of
/// the next step's; the last step minimises the unweighted RMSE. Takes the place of <c>optimize_evoked</c> of hnn-core 0.6.
/// </remarks>
/// <example>
/// <code>
/// var stepwise = new StepwiseEvokedFit(net, stopTime: 170) { EvaluationsPerStep = 100 };
/// var result = stepwise.Fit(target, FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 30 });
/// </code>
/// </example>
public sealed class StepwiseEvokedFit
{
    /// <summary>Makes a stepwise fit.</summary>
    /// <param name="initialNetwork">A network with evoked drives, from whose values the fit begins; copied.</param>
    /// <param name="stopTime">Simulated time in ms.</param>
    public StepwiseEvokedFit(Network initialNetwork, double stopTime)
    {
        ArgumentNullException.ThrowIfNull(initialNetwork);
        Require.Positive(stopTime, "ms");
        (InitialNetwork, StopTime) = (initialNetwork.Clone(), stopTime);
    }

    /// <summary>Names of the drives to fit; null for all evoked drives. Default: null.</summary>
    public IReadOnlyCollection<string>? Drives { get; init; }

    /// <summary>How far a mean time may move either way, in its drive's standard deviations; it stays between 0 and the stop time. Positive. Default: 3.</summary>
    public double TimingRange { get; init; } = 3;

    /// <summary>How far a standard deviation may change either way, as a part of itself. Above 0, at most 1. Default: 0.5.</summary>
    public double SigmaRange { get; init; } = 0.5;

    /// <summary>How far a weight may change either way, as a multiple of itself, but not below 0; a weight of 0 may grow to 1 µS. Positive. Default: 5, so 0 to 6 times the weight.</summary>
    public double WeightRange { get; init; } = 5;

    /// <summary>The method of minimisation of each step. Default: <see cref="AutoSolver"/>.</summary>
    public Solver Solver { get; init; } = new AutoSolver();

    /// <summary>Number of evaluations of each step. Positive. Default: 50.</summary>
    public int EvaluationsPerStep { get; init; } = 50;

    /// <summary>Seed of the solver's random choices; each step adds 1. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The network with the values to begin with.</summary>
    internal Network InitialNetwork { get; }

    /// <summary>Simulated time in ms.</summary>
    internal double StopTime { get; }

    /// <summary>Searches, step by step, the times and weights with the least loss. What is returned is never worse than the initial network.</summary>
    /// <param name="target">The measured dipole.</param>
    /// <param name="options">Trials, scaling, smoothing and use of the machine; the time limit is that of all steps together. Default: <see cref="FitOptions.Default"/>.</param>
    /// <param name="progress">Told each evaluation; its budget is that of the step. Default: nobody.</param>
    /// <param name="cancellation">Ends the search early; the best so far is returned. Default: never.</param>
    /// <exception cref="ArgumentException">There is no evoked drive to fit, or something does not fit; thrown before the first simulation.</exception>
    /// <exception cref="NetworkException">The network cannot be simulated.</exception>
    /// <exception cref="OperationCanceledException">The search was ended before its first evaluation.</exception>
    public StepwiseFitResult Fit(
        Dipole target, FitOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= FitOptions.Default;
        Require.Positive(TimingRange);
        Require.InRange(SigmaRange, double.Epsilon, 1);
        Require.Positive(WeightRange);
        if (options.Checkpoint is not null)
            throw new ArgumentException("A stepwise fit keeps no checkpoint. Leave it out.", nameof(options));
        return new StepwiseRun(this, FittedDrives(), target, options, progress).Execute(cancellation);
    }

    private ImmutableArray<EvokedDrive> FittedDrives()
    {
        var evoked = InitialNetwork.Drives.OfType<EvokedDrive>().ToImmutableArray();
        if (Drives?.Except(evoked.Select(drive => drive.Name)).ToArray() is { Length: > 0 } unknown)
        {
            throw new ArgumentException(
                $"There is no evoked drive '{string.Join("', '", unknown)}'. The network has {(evoked.IsEmpty ? "none" : string.Join(", ", evoked.Select(drive => drive.Name)))}. Name some of these.");
        }

        ImmutableArray<EvokedDrive> fitted = [.. evoked.Where(drive => (Drives?.Contains(drive.Name) ?? true) && drive.Mu - TimingRange * drive.Sigma < StopTime)];
        return !fitted.IsEmpty
            ? fitted
            : throw new ArgumentException($"There is no evoked drive to fit before the stop time. Add one with {nameof(Network)}.{nameof(Network.AddEvokedDrive)}, or simulate longer.");
    }
}
