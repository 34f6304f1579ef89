using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

/// <summary>Fits parameters of a network, most often of its drives, so that its simulated dipole comes close to a measured one.</summary>
/// <remarks>Immutable once made; a fit works on copies of the network. The shape is that of <c>Optimizer</c> of hnn-core 0.6, without its faults.</remarks>
/// <example>
/// <code>
/// var constraints = new ParameterSpace { ["evprox2_mu"] = (100, 120), ["evprox2_sigma"] = (2, 30) };
/// var optimizer = new Optimizer(net, stopTime: 170, constraints, (net, p) =>
///     net.AddEvokedDrive("evprox2", mu: p["evprox2_mu"], sigma: p["evprox2_sigma"], …));
/// var fit = optimizer.Fit(target, FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 30 });
/// </code>
/// </example>
public sealed class Optimizer
{
    /// <summary>Makes an optimizer.</summary>
    /// <param name="initialNetwork">The network without what the closure adds; copied, so later changes do not reach the optimizer.</param>
    /// <param name="stopTime">Simulated time in ms.</param>
    /// <param name="constraints">The parameters and their bounds; copied.</param>
    /// <param name="setParameters">Sets parameters in a fresh copy of the network, for example by adding a drive. It must do the same for the same values.</param>
    /// <exception cref="ArgumentException">The constraints are faulty; lists all faults.</exception>
    public Optimizer(Network initialNetwork, double stopTime, ParameterSpace constraints, Action<Network, ParameterValues> setParameters)
    {
        ArgumentNullException.ThrowIfNull(initialNetwork);
        ArgumentNullException.ThrowIfNull(constraints);
        ArgumentNullException.ThrowIfNull(setParameters);
        Require.Positive(stopTime, "ms");
        (InitialNetwork, StopTime, SetParameters) = (initialNetwork.Clone(), stopTime, setParameters);
        Constraints = [];
        foreach (var (name, parameter) in constraints)
            Constraints.Add(name, parameter);
        _ = UnitCube.Of(Constraints);
    }

    /// <summary>Where the fit begins, by name, within the bounds; parameters not named begin in the middle of theirs. Default: all in the middle.</summary>
    public IReadOnlyDictionary<string, double>? InitialParameters { get; init; }

    /// <summary>What is minimised. Default: the root of the mean squared difference to the target.</summary>
    public Objective Objective { get; init; } = Objective.Rmse();

    /// <summary>The method of minimisation; a word such as <c>"bayesian"</c>, <c>"cobyla"</c> or <c>"cma"</c> will do. Default: <see cref="AutoSolver"/>.</summary>
    public Solver Solver { get; init; } = new AutoSolver();

    /// <summary>Number of evaluations, each of which simulates one set of parameters. Positive. Default: 200.</summary>
    public int MaxEvaluations { get; init; } = 200;

    /// <summary>Seed of the solver's random choices; the simulations' seeds are those of the drives. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The network the closure is given copies of.</summary>
    internal Network InitialNetwork { get; }

    /// <summary>Simulated time in ms.</summary>
    internal double StopTime { get; }

    /// <summary>The parameters and their bounds.</summary>
    internal ParameterSpace Constraints { get; }

    /// <summary>Sets parameters in a copy of the network.</summary>
    internal Action<Network, ParameterValues> SetParameters { get; }

    /// <summary>Searches the parameters with the least loss.</summary>
    /// <param name="target">The measured dipole; null if the objective needs none. Default: none.</param>
    /// <param name="options">Trials, scaling, smoothing, checkpoint and use of the machine. Default: <see cref="FitOptions.Default"/>.</param>
    /// <param name="progress">Told each evaluation as it is made, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the search early; the best so far is returned. Default: never.</param>
    /// <exception cref="ArgumentException">Something does not fit; thrown before the first simulation.</exception>
    /// <exception cref="NetworkException">The network with the initial parameters cannot be simulated; thrown before the first simulation.</exception>
    /// <exception cref="IOException">The checkpoint exists already or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The search was ended before its first evaluation.</exception>
    /// <exception cref="InvalidOperationException">Every evaluation failed; says why the first one did.</exception>
    public FitResult Fit(
        Dipole? target = null, FitOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        var problem = new FitProblem(this, target, options ?? FitOptions.Default);
        return Execute(problem, CheckpointOf(problem), progress, cancellation);
    }

    /// <summary>Searches in the background; see <see cref="Fit"/>. What can be checked is checked before the method returns.</summary>
    /// <param name="target">The measured dipole; null if the objective needs none. Default: none.</param>
    /// <param name="options">Trials, scaling, smoothing, checkpoint and use of the machine. Default: <see cref="FitOptions.Default"/>.</param>
    /// <param name="progress">Told each evaluation as it is made, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the search early; the best so far is returned. Default: never.</param>
    public Task<FitResult> FitAsync(
        Dipole? target = null, FitOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        var problem = new FitProblem(this, target, options ?? FitOptions.Default);
        var checkpoint = CheckpointOf(problem);
        return Task.Run(() => Execute(problem, checkpoint, progress, cancellation), CancellationToken.None);
    }

    /// <summary>Takes up a fit from its checkpoint and goes on as if it had never been interrupted, bit for bit.</summary>
    /// <param name="checkpoint">The file; further evaluations are appended to it. A last line that was cut off is dropped, with a warning in the result.</param>
    /// <param name="target">The measured dipole, as in the fit.</param>
    /// <param name="options">Options as in the fit; threads, evaluator, time limit and fresh trials may differ. <see cref="FitOptions.Checkpoint"/> is not used.</param>
    /// <param name="progress">Told each evaluation, those of the file included. Default: nobody.</param>
    /// <param name="cancellation">Ends the search early; the best so far is returned. Default: never.</param>
    /// <exception cref="FileFault">The file is missing, is no checkpoint, is damaged before its last line, or belongs to another fit; says in what that differs.</exception>
    public FitResult Resume(
        string checkpoint, Dipole? target = null, FitOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        var problem = new FitProblem(this, target, options ?? FitOptions.Default);
        return Execute(problem, Checkpoint.Open(checkpoint, FitDescription.Of(this, problem), problem.Cube), progress, cancellation);
    }

    private Checkpoint? CheckpointOf(FitProblem problem) =>
        problem.Options.Checkpoint is { } path ? Checkpoint.Create(path, FitDescription.Of(this, problem)) : null;

    private FitResult Execute(FitProblem problem, Checkpoint? checkpoint, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        using (checkpoint)
            return new FitRun(this, problem, checkpoint, progress).Execute(cancellation);
    }
}
