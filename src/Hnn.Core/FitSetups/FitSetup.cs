using System.Collections.Immutable;
using Hnn.Core.Datasets;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;

namespace Hnn.Core.FitSetups;

/// <summary>A fit as a JSON file describes it, ready to be begun. Immutable.</summary>
/// <example>
/// <code>
/// var setup = await FitSetup.LoadAsync("setup.json");
/// var fit = setup.Optimizer.Fit(setup.Target, setup.Options);
/// </code>
/// </example>
public sealed class FitSetup
{
    internal FitSetup()
    {
    }

    /// <summary>A copy of the network before parameters are set.</summary>
    public Network Network => Optimizer.InitialNetwork.Clone();

    /// <summary>A copy of the parameters with their bounds.</summary>
    public ParameterSpace Constraints
    {
        get
        {
            var copy = new ParameterSpace();
            foreach (var (name, parameter) in Optimizer.Constraints)
                copy.Add(name, parameter);
            return copy;
        }
    }

    /// <summary>The fit: network, parameters, objective, solver and budget.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>The measured dipole; null if there is none.</summary>
    public required Dipole? Target { get; init; }

    /// <summary>Trials, scaling and smoothing; all else as by default.</summary>
    public required FitOptions Options { get; init; }

    /// <summary>Simulated time in ms.</summary>
    public required double StopTime { get; init; }

    /// <summary>What the user may not have meant or should know, for example that a stand-in takes the place of measured data; usually empty.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Sets parameters in a network, as the fit does.</summary>
    /// <param name="network">A copy of <see cref="Network"/>; changed.</param>
    /// <param name="parameters">Values of all parameters.</param>
    /// <exception cref="KeyNotFoundException">A parameter, or a drive, is missing.</exception>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void SetParameters(Network network, ParameterValues parameters) => Optimizer.SetParameters(network, parameters);

    /// <summary>Reads and checks a setup file, with all that it names.</summary>
    /// <param name="path">Path of the file; paths in it are relative to its folder.</param>
    /// <param name="lookup">Finds measured dipoles that others publish. Default: <see cref="DatasetLookup.FromEnvironment"/>.</param>
    /// <param name="cancellation">Ends a download.</param>
    /// <exception cref="FitSetupException">The file cannot be used; lists all its faults, each with its place.</exception>
    /// <exception cref="OperationCanceledException">A download was cancelled.</exception>
    /// <remarks>The format is described in docs/fit-setup.md.</remarks>
    public static Task<FitSetup> LoadAsync(string path, DatasetLookup? lookup = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FitSetupReader(path, lookup ?? DatasetLookup.FromEnvironment()).ReadAsync(cancellation);
    }
}
