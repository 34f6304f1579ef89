using Hnn.Core.Backends;
using Hnn.Engine.Models;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Pool;

namespace Hnn.Mpi;

/// <summary>Simulates on the ranks of an MPI job, for as long as its <c>using</c> block lasts; all simulations, fits and sweeps begun in the block go there.</summary>
/// <remarks>
/// Results are those of the threads of one process, bit for bit, on any number of ranks and hosts. The ranks are started by the first simulation and kept for the next.
/// When a rank is lost, the job is started anew once and goes on with what was not finished. The shape is that of <c>MPIBackend</c> of hnn-core 0.6.
/// </remarks>
/// <example>
/// <code>
/// using (new MpiBackend(processes: 10, launcher: "mpiexec"))
///     fit = optimizer.Fit(target, options);
/// </code>
/// </example>
public sealed class MpiBackend : ISimulationBackend, IDisposable
{
    // Ctrl-C reaches the ranks at the same time as this process, which then learns that it was meant to stop.
    private static readonly TimeSpan CancelMoment = TimeSpan.FromSeconds(1);

    private readonly MpiOptions _options;
    private readonly IDisposable _scope;
    private readonly Lock _turn = new();
    private readonly ThreadBackend _threads = new();
    private readonly Timer _idle;
    private readonly List<Task> _endings = [];
    private RankPool? _pool;
    private MpiException? _missing;
    private bool _isOver;

    /// <summary>Puts an MPI job in force, to be started by the first simulation.</summary>
    /// <param name="processes">Number of ranks. At least 1; 1 stands for this process. Default: the number of processors.</param>
    /// <param name="launcher">What starts the ranks; see <see cref="MpiOptions.Launcher"/>. Default: mpiexec. Where it is missing, threads simulate, and one sentence says so.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public MpiBackend(int? processes = null, string launcher = "mpiexec")
        : this(MpiOptions.Default with { Processes = processes ?? MpiOptions.Default.Processes, Launcher = launcher })
    {
    }

    /// <summary>Puts an MPI job in force, to be started by the first simulation.</summary>
    /// <param name="options">How the ranks are started, and what is shared out among them.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MpiBackend(MpiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _idle = new Timer(_ => EndIfIdle());
        _scope = SimulationBackend.Use(this);
    }

    /// <summary>Number of ranks that were asked for.</summary>
    public int Processes => _options.Processes;

    /// <summary>Process numbers of the ranks and their hosts, for who looks after them; empty before the first simulation.</summary>
    internal IEnumerable<(string Host, int Process)> Ranks => _pool?.Hello.Ranks.Select(rank => (rank.Host, rank.Process)) ?? [];

    /// <inheritdoc/>
    /// <exception cref="MpiException">The ranks cannot be started although <see cref="MpiOptions.RequiresMpi"/> says that they must; the text says why and what to do.</exception>
    /// <exception cref="ArgumentException">There are more ranks than cells to share out.</exception>
    /// <exception cref="MpiSimulationException">A rank was lost, and another one when the rest was tried again.</exception>
    public void Run(
        IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(finished);
        if (jobs.Count == 0)
            return;
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            _idle.Change(Timeout.Infinite, Timeout.Infinite);
            try
            {
                // Who simulates when told of a result would wait for this turn for ever.
                using (SimulationBackend.Use(null))
                    RunInTurn(jobs, finished, progress, cancellation);
            }
            finally
            {
                _idle.Change(_options.IdleTimeout, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Starts the ranks now rather than with the first simulation. Nothing happens if they run already, or if one process is asked for.</summary>
    /// <exception cref="MpiException">The ranks cannot be started although <see cref="MpiOptions.RequiresMpi"/> says that they must; the text says why and what to do.</exception>
    /// <exception cref="MpiSimulationException">A signal ended or stopped a rank or the launcher before the ranks were ready.</exception>
    public void Start()
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            if (_options.Processes > 1 && TryStart(isAgain: false, CancellationToken.None))
                _idle.Change(_options.IdleTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends the ranks, and puts the backend in force that was so before.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_isOver)
                return;
            _isOver = true;
            _scope.Dispose();
            _idle.Dispose();
            EndPool();
            Task.WaitAll([.. _endings]);
        }
    }

    /// <summary>One line: the number of ranks, and what starts them.</summary>
    public override string ToString() => $"MPI backend: {_options.Processes} rank{(_options.Processes == 1 ? "" : "s")} started by '{_options.Launcher}'";

    private void RunInTurn(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress, CancellationToken cancellation)
    {
        var left = new SortedSet<(int Job, int Trial)>(jobs.SelectMany((job, index) => Enumerable.Range(0, job.Trials.Length).Select(trial => (index, trial))));
        var total = left.Count;
        if (_options.Processes == 1)
        {
            _options.Log?.Invoke($"MPI with 1 process: {total} trial(s) are simulated by the threads of this process.");
            _threads.Run(jobs, finished, progress, cancellation);
            return;
        }

        var cells = IsByCells(jobs, total);
        var meter = progress is null ? null : new RisingProgress(progress);
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            try
            {
                if (!TryStart(isAgain: attempt > 1, cancellation))
                {
                    _threads.Run(jobs, finished, progress, cancellation);
                    return;
                }

                if (attempt == 1)
                    _options.Log?.Invoke($"MPI will run {total} trial(s) {(cells ? "sequentially by distributing network neurons" : "by distributing them")} over {_options.Processes} processes.");
                RunOnce(jobs, cells, left, total, finished, meter, cancellation);
            }
            catch (MpiSimulationException lost)
            {
                EndPool();
                if (cancellation.WaitHandle.WaitOne(CancelMoment))
                    cancellation.ThrowIfCancellationRequested();
                if (attempt > 1 || lost.IsOfSilentHost)
                    throw;
                _options.Log?.Invoke($"{lost.Message}{Environment.NewLine}The ranks are started again for the {left.Count} trial(s) that are left.");
            }
        }
    }

    private void LogStart(RankPool pool)
    {
        _options.Log?.Invoke($"The ranks are ready: {_options.Processes} on {string.Join(", ", pool.Hello.Ranks.Select(rank => rank.Host).Distinct())}, by {pool.Hello.Library}.");
        if (_options.Processes > Environment.ProcessorCount && _options.HostFile is null)
            _options.Log?.Invoke($"{_options.Processes} processes share {Environment.ProcessorCount} processors of this host, if the launcher uses no others.");
    }

    // False if there is no MPI here and it need not be.
    private bool TryStart(bool isAgain, CancellationToken cancellation)
    {
        if (_pool is { IsAlive: false })
            EndPool();
        if (_missing is null && _pool is null)
        {
            try
            {
                _pool = RankPool.Start(_options, cancellation);
                LogStart(_pool);
            }
            catch (MpiException fault) when (isAgain)
            {
                throw new MpiSimulationException($"its ranks could not be started again: {fault.Message}", rank: null, host: null, errorTail: "", fault);
            }
            catch (MpiException missing) when (!_options.RequiresMpi)
            {
                _missing = missing;
                (_options.Log ?? Console.WriteLine)($"{missing.Message.Split([". ", "\n"], 2, StringSplitOptions.None)[0]}; so simulations run on the threads of this process, with the same results.");
            }
        }

        return _missing is null;
    }

    private void RunOnce(
        IReadOnlyList<SimulationJob> jobs, bool cells, SortedSet<(int Job, int Trial)> left, int total, Action<TrialOutcome> finished, IProgress<double>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var done = total - left.Count;
        var run = new PoolRun(_pool!, jobs, _options, Told, progress is null ? null : trials => progress.Report((done + trials) / total));
        run.Run(left, cells, cancellation);

        void Told(TrialOutcome outcome)
        {
            left.Remove((outcome.Job, outcome.Trial));
            _options.Log?.Invoke($"Trial {total - left.Count} of {total}: done in {outcome.Elapsed.TotalSeconds:F2} s.");
            finished(outcome);
        }
    }

    private bool IsByCells(IReadOnlyList<SimulationJob> jobs, int trials)
    {
        if (_options.Mode == MpiMode.Trials || (_options.Mode == MpiMode.Auto && trials > 1))
            return false;
        var fewest = jobs.Min(job => job.Network.CellCount);
        if (_options.Processes > fewest)
            throw new ArgumentException(
                $"{_options.Processes} ranks cannot share {fewest} cells out, as a rank needs one at least. Ask for at most {fewest} with {nameof(MpiOptions)}.{nameof(MpiOptions.Processes)}, or simulate several trials.");
        return true;
    }

    // Who has the turn just now is not idle.
    private void EndIfIdle()
    {
        if (!_turn.TryEnter())
            return;
        try
        {
            EndPool();
        }
        finally
        {
            _turn.Exit();
        }
    }

    // What is left of a lost job may take a while to go; the next one does not wait for it.
    private void EndPool()
    {
        if (_pool is not { } pool)
            return;
        _pool = null;
        _endings.RemoveAll(ending => ending.IsCompleted);
        _endings.Add(Task.Run(pool.Dispose));
    }

    // Ranks tell how far they are with some delay, and a lost rank takes its part with it; what the listener hears never falls.
    private sealed class RisingProgress(IProgress<double> listener) : IProgress<double>
    {
        private double _most;

        public void Report(double value) => listener.Report(_most = Math.Max(_most, Math.Min(1, value)));
    }
}
