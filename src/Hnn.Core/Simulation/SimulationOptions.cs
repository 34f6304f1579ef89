using Hnn.Engine.Runs;

namespace Hnn.Core.Simulation;

/// <summary>How long, how finely and how often a network is simulated, and what is recorded.</summary>
/// <example><c>var quick = SimulationOptions.Default with { StopTime = 50, Trials = 3 };</c></example>
public sealed record SimulationOptions
{
    /// <summary>170 ms in steps of 0.025 ms, one trial, only the dipole and the spikes recorded.</summary>
    public static SimulationOptions Default { get; } = new();

    /// <summary>Simulated time in ms. At least one step. Default: 170.</summary>
    public double StopTime { get; init; } = 170;

    /// <summary>Integration step in ms. Positive, at most <see cref="StopTime"/>. Default: 0.025.</summary>
    public double TimeStep { get; init; } = 0.025;

    /// <summary>Number of trials, which differ in their drives' spike times. At least 1. Default: 1.</summary>
    public int Trials { get; init; } = 1;

    /// <summary>Index of the first trial. A trial's spike times follow from its index, so trials 0 to 7 and 8 to 15 are different ones. At least 0. Default: 0.</summary>
    public int FirstTrial { get; init; }

    /// <summary>Number of threads; 0 stands for one per processor. Results do not depend on it. Default: 0.</summary>
    public int Threads { get; init; }

    /// <summary>Width of the vector instructions. Results do not depend on it. Default: the fastest on this processor.</summary>
    public CodePath CodePath { get; init; } = CodePath.Widest;

    /// <summary>Where membrane voltages are recorded, at every step. Default: nowhere.</summary>
    public Record Voltages { get; init; } = Record.None;

    /// <summary>Where the currents of all synapses are recorded, at every step. Default: nowhere.</summary>
    public Record SynapticCurrents { get; init; } = Record.None;

    /// <summary>Where the inner calcium concentration is recorded, at every step; only sections with a calcium pool have one. Default: nowhere.</summary>
    public Record Calcium { get; init; } = Record.None;

    /// <summary>Whether the resting network's dipole is subtracted, as the reference always does. Default: true.</summary>
    public bool SubtractBaseline { get; init; } = true;

    /// <summary>See <see cref="EngineOptions.RoundingReversal"/>.</summary>
    internal double? RoundingReversal { get; init; }

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentException">One is out of its range.</exception>
    internal void Check()
    {
        Require.Positive(TimeStep, "ms");
        Require.Finite(StopTime);
        if (StopTime < TimeStep)
            throw new ArgumentException($"The simulation stops at {StopTime} ms, before the first step of {TimeStep} ms ends. Pass a later {nameof(StopTime)} or a smaller {nameof(TimeStep)}.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(FirstTrial);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (!Enum.IsDefined(CodePath))
            throw new ArgumentException($"There is no code path {(int)CodePath}. Pass one of {string.Join(", ", Enum.GetNames<CodePath>())}.");
    }

    /// <summary>The part of the options that the engine needs.</summary>
    internal EngineOptions ForEngine() => new()
    {
        TimeStep = TimeStep,
        StopTime = StopTime,
        Threads = Threads,
        CodePath = CodePath,
        RoundingReversal = RoundingReversal,
    };
}
