using System.Collections.Immutable;

namespace Hnn.Engine.Runs;

/// <summary>How the engine runs: the step, the end, and the machine's use. Only <see cref="TimeStep"/>, <see cref="StopTime"/> and <see cref="RoundingReversal"/> change results.</summary>
public sealed record EngineOptions
{
    /// <summary>Integration step in ms. Positive. Default: 0.025.</summary>
    public double TimeStep { get; init; } = 0.025;

    /// <summary>Simulated time in ms. At least one step. Default: 170.</summary>
    public double StopTime { get; init; } = 170;

    /// <summary>Number of threads; 0 stands for one per processor. Results do not depend on it. Default: 0.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// If set, conductances are rounded as the reference rounds them, with the error of a current of this reversal potential in mV;
    /// for measuring how much a simulation amplifies the reference's rounding. Default: not set.
    /// </summary>
    public double? RoundingReversal { get; init; }

    /// <summary>Width of the vector instructions. Results do not depend on it. Default: the fastest on this processor.</summary>
    public CodePath CodePath { get; init; } = CodePath.Widest;

    /// <summary>Sample times in ms of a run with these options, with the clock's accumulated rounding. Shape: [samples].</summary>
    public ImmutableArray<double> SampleTimes() => [.. new Clock(TimeStep, StopTime).Times];
}
