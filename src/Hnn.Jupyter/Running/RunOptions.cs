using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>A plain engine, a stop at the first error, and silence.</summary>
    public static RunOptions Default { get; } = new();

    /// <summary>What the notebook's engine has at hand; also the time limit of a cell. Default: <see cref="EngineOptions.Default"/>.</summary>
    public EngineOptions Engine { get; init; } = EngineOptions.Default;

    /// <summary>Whether the cells after one that failed are run. An interrupt always ends the run. Default: false.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Is told before each code cell is run and after it ended. Default: null, nobody.</summary>
    public Action<CellProgress>? Progress { get; init; }

    /// <summary>Receives what cells write to the console, as they write it, carriage returns included. It must not throw. Default: null, nobody.</summary>
    public Action<string>? Echo { get; init; }

    /// <summary>Receives the plain form of a display each time a cell updates it, as one that shows progress does. It must not throw. Default: null, nobody.</summary>
    public Action<string>? Updated { get; init; }
}
