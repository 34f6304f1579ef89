using System.Text.Json;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Parameters;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization;

/// <summary>The objective values that the reference recorded, from fits that begin at the recorded parameters.</summary>
public sealed class RecordedObjectivesTests
{
    private static readonly Dictionary<string, double> BurstyWeights = new() { ["L5_pyramidal"] = 4.4e-4 };

    [Theory]
    [InlineData("evoked3")]
    [InlineData("evoked3_corr")]
    [InlineData("rhythm")]
    [InlineData("tutorial")]
    public void The_first_evaluation_has_the_value_of_the_reference(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var problem = ReferenceData.Json("optimise/objective_values.json").GetProperty("problems").EnumerateArray()
            .Single(problem => problem.GetProperty("problem").GetString() == name);

        foreach (var recorded in problem.GetProperty("values").EnumerateArray())
        {
            var expected = recorded.GetProperty("objective").GetDouble();

            var loss = LossAt(problem, recorded.GetProperty("params"));

            // The bar of the README of the recorded data; the spikes are the same, so the waveforms differ by rounding only.
            Assert.Equal(expected, loss, 1e-6 * Math.Abs(expected));
        }
    }

    [Fact]
    public void The_loss_of_the_recorded_dipole_of_the_tutorial_is_that_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);
        var table = ReferenceData.Table("sims/tutorial_initial/dipole_trial0.csv.gz");
        var expected = ReferenceData.Json("sims/tutorial_initial/settings.json").GetProperty("results").GetProperty("rmse")[0].GetDouble();
        var recorded = new Dipole([.. table["time"]], [.. table["agg"]]);
        // An objective sees a simulation; the recorded dipole takes the place of its own.
        var anything = Network.Jones2009(new NetworkOptions { Mesh = (1, 1) }).Simulate(stopTime: 1) with { Dipoles = [recorded] };

        var score = Objective.Rmse().Evaluate(ObjectiveInput.Of(anything, Target("S1_SupraT.txt"), scaleFactor: 3000, smoothingWindow: 30));

        // Only the order of operations in resampling and smoothing differs.
        Assert.Equal(expected, score.Loss, 1e-10 * expected);
        Assert.Equal(expected, Math.Sqrt(score.Residuals.Sum(residual => residual * residual)), 1e-10 * expected);
    }

    private static double LossAt(JsonElement problem, JsonElement parameters)
    {
        var (net, set) = NetworkOf(problem);
        var space = new ParameterSpace();
        foreach (var bound in problem.GetProperty("constraints").EnumerateObject())
            space.Add(bound.Name, (bound.Value[0].GetDouble(), bound.Value[1].GetDouble()));
        var arguments = problem.GetProperty("fit_arguments");
        var optimizer = new Optimizer(net, problem.GetProperty("tstop").GetDouble(), space, set)
        {
            Objective = ObjectiveOf(problem),
            Solver = new SobolSearch(),
            MaxEvaluations = 1,
            InitialParameters = parameters.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetDouble()),
        };
        var options = FitOptions.Default with
        {
            ScaleFactor = arguments.GetProperty("scale_factor").GetDouble(),
            SmoothingWindow = arguments.GetProperty("smooth_window_len").GetDouble(),
            Trials = arguments.TryGetProperty("n_trials", out var trials) ? trials.GetInt32() : 1,
            FreshTrials = 0,
        };
        return optimizer.Fit(Target(problem.GetProperty("target").GetString()), options, cancellation: TestContext.Current.CancellationToken).Loss;
    }

    private static Objective ObjectiveOf(JsonElement problem)
    {
        var arguments = problem.GetProperty("fit_arguments");
        return problem.GetProperty("objective_function").GetString() switch
        {
            "dipole_rmse" => Objective.Rmse(),
            "dipole_corr" => Objective.Correlation(),
            _ => Objective.BandPower(
            [
                .. arguments.GetProperty("f_bands").EnumerateArray().Zip(arguments.GetProperty("relative_bandpower").EnumerateArray(), (band, weight) =>
                    (band[0].GetDouble(), band[1].GetDouble(), weight.GetDouble())),
            ]),
        };
    }

    private static (Network Network, Action<Network, ParameterValues> Set) NetworkOf(JsonElement problem) => problem.GetProperty("problem").GetString() switch
    {
        "rhythm" => (Column(), AddBurstyDrive),
        "tutorial" => WithDrives("tutorial_initial", op => op, (drive, p) => drive
            .SetEach("weights_ampa", type => p[$"evprox2_ampa_{type}"]).SetEach("weights_nmda", type => p[$"evprox2_nmda_{type}"])),
        _ => WithDrives("erp_10x10", op => op.Set("n_drive_cells", 1).Set("cell_specific", false).Set("event_seed", 2), (drive, p) => drive
            .SetEach("weights_ampa", type => type == "L5_pyramidal" ? p["evprox2_ampa_L5_pyramidal"] : null)),
    };

    // evprox1 and evdist1 as recorded for another simulation, evprox2 with the parameters.
    private static (Network Network, Action<Network, ParameterValues> Set) WithDrives(
        string simulation, Func<DriveOperation, DriveOperation> change, Func<DriveOperation, ParameterValues, DriveOperation> set)
    {
        var drives = ReferenceData.Json($"sims/{simulation}/settings.json").GetProperty("settings").GetProperty("operations").EnumerateArray()
            .ToDictionary(op => op.GetProperty("name").GetString()!, op => change(DriveOperation.Of(op)));
        var net = Column();
        drives["evprox1"].Apply(net);
        drives["evdist1"].Apply(net);
        return (net, (column, p) => set(drives["evprox2"].Set("mu", p["evprox2_mu"]).Set("sigma", p["evprox2_sigma"]), p).Apply(column));
    }

    private static void AddBurstyDrive(Network net, ParameterValues p) => net.AddBurstyDrive(
        "alpha_prox", p["burst_rate"], "proximal", new Dictionary<string, double>(BurstyWeights) { ["L2_pyramidal"] = p["weight"] },
        start: p["tstart"], burstStd: p["burst_std"], spikesPerBurst: 2, spikeInterval: 10, cellCount: 10,
        delays: new Dictionary<string, double> { ["L2_pyramidal"] = 0.1, ["L5_pyramidal"] = 1.0 });

    private static Network Column() => Network.Neymotin2020(new NetworkOptions { Mesh = (3, 3) });

    private static Dipole? Target(string? file) => file is null ? null : Dipole.Load(ReferenceData.DataPathOf(file));

    /// <summary>A recorded operation in which single arguments are replaced.</summary>
    private sealed record DriveOperation(string Json)
    {
        public static DriveOperation Of(JsonElement op) => new(op.GetRawText());

        public DriveOperation Set(string key, object value) => With(op => op[key] = System.Text.Json.Nodes.JsonValue.Create(value));

        public DriveOperation SetEach(string key, Func<string, double?> value) => With(op =>
        {
            foreach (var type in op[key]!.AsObject().Select(entry => entry.Key).ToList())
                op[key]![type] = value(type) ?? op[key]![type]!.DeepClone();
        });

        public void Apply(Network net)
        {
            using var document = JsonDocument.Parse(Json);
            SettingsReplay.Apply(net, document.RootElement);
        }

        private DriveOperation With(Action<System.Text.Json.Nodes.JsonObject> change)
        {
            var op = System.Text.Json.Nodes.JsonNode.Parse(Json)!.AsObject();
            change(op);
            return new DriveOperation(op.ToJsonString());
        }
    }
}
