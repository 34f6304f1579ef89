using System.Collections.Immutable;
using Hnn.Core.Datasets;
using Hnn.Core.Files;
using Hnn.Core.Files.NetworkJson;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.FitSetups;

/// <summary>Reads a setup file; used once.</summary>
internal sealed class FitSetupReader(string path, DatasetLookup lookup)
{
    private const int MaxBytes = 1024 * 1024;

    private readonly FaultList _faults = new();
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="FitSetupException">It cannot be used.</exception>
    public async Task<FitSetup> ReadAsync(CancellationToken cancellation)
    {
        var root = _faults.Read(null, () => JsonSource.Parse(path, TextFile.Read(path, MaxBytes)));
        if (root is { IsObject: false })
            _faults.Add(root.Unlike("an object"));
        _faults.ThrowIfAny();
        return await ReadAsync(root!, cancellation).ConfigureAwait(false);
    }

    private async Task<FitSetup> ReadAsync(JsonValue root, CancellationToken cancellation)
    {
        _faults.CheckKeys(
            root, "network", "target", "stopTime", "scaleFactor", "smoothingWindow", "trials", "freshTrials", "solver", "evaluations", "seed", "objective", "parameters");
        var network = _faults.Read(null, () => SetupNetwork.Read(root["network"], _folder, _faults));
        var target = await TargetAsync(root.Optional("target"), cancellation).ConfigureAwait(false);
        var stopTime = StopTime(root, target.Dipole);
        var objective = _faults.Read(null, () => SetupObjective.Read(root.Optional("objective"), _faults));
        var parameters = _faults.Read(null, () => SetupParameters.Read(root["parameters"], network, _faults));
        var solver = root.Optional("solver") is { } word ? _faults.Try(word, null, () => _faults.Read(null, () => Solver.Named(word.Text()))) : Solver.Named("auto");
        var (evaluations, seed) = (Whole(root, "evaluations", least: 1, 200), Whole(root, "seed", least: 0, 1));
        var options = FitOptions.Default with
        {
            ScaleFactor = Number(root, "scaleFactor", value => value.Number(), 1),
            SmoothingWindow = root.Optional("smoothingWindow") is { } window ? _faults.Read(1, window.Positive) : null,
            Trials = Whole(root, "trials", least: 1, FitOptions.Default.Trials),
            FreshTrials = Whole(root, "freshTrials", least: 0, FitOptions.Default.FreshTrials),
        };
        if (objective is not null && _faults.Count == 0)
            Check(root, objective, SimulationOptions.Default with { StopTime = stopTime, Trials = options.Trials }, target.Dipole);
        _faults.ThrowIfAny();

        var optimizer = new Optimizer(network!, stopTime, parameters!.Space, parameters.Apply)
        {
            InitialParameters = parameters.Start, Objective = objective!, Solver = solver!, MaxEvaluations = evaluations, Seed = (ulong)seed,
        };
        return new FitSetup { Optimizer = optimizer, Target = target.Dipole, Options = options, StopTime = stopTime, Warnings = target.Warnings };
    }

    private async Task<(Dipole? Dipole, ImmutableArray<string> Warnings)> TargetAsync(JsonValue? entry, CancellationToken cancellation)
    {
        if (entry is null)
            return (null, []);
        if (!entry.IsObject)
            return (_faults.Read(null, () => Dipole.Load(Path.Combine(_folder, entry.Text()))), []);
        _faults.CheckKeys(entry, "dataset");
        if (_faults.Read(null, () => DatasetOf(entry["dataset"])) is not { } dataset)
            return (null, []);
        var found = await lookup.FindAsync(dataset, cancellation).ConfigureAwait(false);
        return (found.Dipole, found.Warnings);
    }

    private static Dataset DatasetOf(JsonValue name) =>
        Dataset.All.FirstOrDefault(dataset => dataset.FileName == name.Text()) ?? throw name.Unlike($"one of {string.Join(", ", Dataset.All.Select(dataset => dataset.FileName))}");

    private double StopTime(JsonValue root, Dipole? target)
    {
        if (root.Optional("stopTime") is { } given)
            return _faults.Read(1, given.Positive);
        if (target is null && root.Optional("target") is null)
            _faults.Add(root.Fault("The key 'stopTime' is missing.", "Without a target nothing says how long to simulate.", "Add it, in ms."));
        return target?.Times[^1] ?? 1;
    }

    private void Check(JsonValue root, Objective objective, SimulationOptions simulation, Dipole? target) => _faults.Try(root.Optional("objective") ?? root, false, () =>
    {
        simulation.Check();
        objective.Check(simulation, target);
        return true;
    });

    private double Number(JsonValue root, string key, Func<JsonValue, double> read, double byDefault) =>
        root.Optional(key) is { } value ? _faults.Read(byDefault, () => read(value)) : byDefault;

    private int Whole(JsonValue root, string key, int least, int byDefault) =>
        root.Optional(key) is { } value ? _faults.Read(byDefault, () => value.Whole(least)) : byDefault;
}
