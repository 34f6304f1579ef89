using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class CmaEsTests
{
    private const int Dimension = 10;
    private static readonly CmaEs ForSmooth = new() { SmallestStep = 1e-12 };

    [Theory, InlineData("sphere"), InlineData("ellipsoid"), InlineData("rosenbrock")]
    public void It_needs_no_more_evaluations_than_the_package_cmaes(string function)
    {
        var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Optimization/Solvers/Oracles/cma.json")))
            .RootElement.GetProperty(function).GetInt32();

        // Medians of 51 seeds there and of 15 here; the spread of one run is about a tenth.
        Assert.InRange(MedianEvaluations(Functions(function)), recorded / 1.3, recorded * 1.3);
    }

    [Fact]
    public void The_covariance_adapts_to_a_rotated_function_as_well()
    {
        var random = new SolverRandom(5);
        var rotation = Matrix<double>.Build.Dense(Dimension, Dimension, (_, _) => random.NextNormal()).QR().Q;
        var ellipsoid = Functions("ellipsoid");

        var rotated = MedianEvaluations(u => ellipsoid([.. 0.6 + rotation * Vector<double>.Build.Dense(Dimension, i => u[i] - 0.6)]));

        // Without covariance, 1e6 of condition would take a thousand times as long. 15 %: medians of 15 runs.
        var straight = MedianEvaluations(ellipsoid);
        Assert.InRange(rotated, straight / 1.15, straight * 1.15);
    }

    [Fact]
    public void A_best_point_on_seven_bounds_is_reached_exactly()
    {
        var history = SolverRuns.Minimize(new CmaEs(), new SolverProblem { Start = Middle, Budget = 2500 }, Corner);

        var best = history.MinBy(value => value.Loss)!;
        Assert.Equal([0, 1, 0, 1, 0, 1, 0], best.Point[..7].ToArray());
        // 1e-6: the smallest step is 1e-4, and the loss is quadratic in what is left.
        Assert.InRange(best.Loss, 0, 1e-6);
    }

    [Fact]
    public void When_a_distribution_has_shrunk_the_next_has_twice_the_population()
    {
        var run = new CmaEs { PopulationSize = 6, SmallestStep = 0.01 }.Begin(new SolverProblem { Start = [0.5, 0.5], Budget = 10000 });
        var sizes = new List<int>();

        for (var generation = 0; generation < 100; generation++)
        {
            var points = run.Ask(10000);
            sizes.Add(points.Count);
            run.Tell([.. points.Select(point => new PointValue(point, point.Sum(x => (x - 0.3) * (x - 0.3)), []))]);
        }

        // The start is evaluated along with the first generation.
        Assert.Equal([7, 6, 12, 24], sizes.Distinct().Take(4));
    }

    [Fact]
    public void The_start_is_the_first_point_unless_its_value_is_known()
    {
        var problem = new SolverProblem { Start = [0.5, 0.5], Budget = 100 };

        var whole = new CmaEs().Begin(problem).Ask(100);
        var known = new CmaEs().Begin(problem, evaluatesStart: false).Ask(100);

        Assert.Equal(problem.Start.AsSpan(), whole[0].AsSpan());
        Assert.Equal(whole.Skip(1).Select(point => point[0]), known.Select(point => point[0]));
    }

    [Fact]
    public void Points_stay_in_the_cube_whatever_it_is_told() => SolverContract.StaysInTheCubeWhateverItIsTold(new CmaEs());

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new CmaEs());

    [Fact]
    public void A_run_ends_with_a_batch_that_is_cut() => SolverContract.EndsWithABatchThatIsCut(new CmaEs());

    [Theory, InlineData(0, 1e-4, 10), InlineData(1.5, 1e-4, 10), InlineData(0.1, 0.2, 10), InlineData(0.1, 1e-4, 3)]
    public void Settings_out_of_range_are_refused(double initialStep, double smallestStep, int population) =>
        Assert.ThrowsAny<ArgumentException>(() =>
            new CmaEs { InitialStep = initialStep, SmallestStep = smallestStep, PopulationSize = population }.Begin(new SolverProblem { Start = [0.5], Budget = 1 }));

    private static ImmutableArray<double> Middle { get; } = [.. Enumerable.Repeat(0.5, Dimension)];

    // As in Oracles/cma.py.
    private static Func<ImmutableArray<double>, double> Functions(string name) => name switch
    {
        "sphere" => u => u.Sum(x => Square(10 * (x - 0.5) - 1)),
        "ellipsoid" => u => u.Select((x, i) => Math.Pow(10, 6.0 * i / (Dimension - 1)) * Square(10 * (x - 0.5) - 1)).Sum(),
        "rosenbrock" => u => Enumerable.Range(0, Dimension - 1).Sum(i =>
            100 * Square(4 * u[i + 1] - 2 - Square(4 * u[i] - 2)) + Square(1 - (4 * u[i] - 2))),
        _ => throw new ArgumentException("No such function.", nameof(name)),
    };

    private static double Corner(ImmutableArray<double> u) =>
        u.Select((x, i) => i < 7 ? (i + 1) * (i % 2 == 0 ? x : 1 - x) : 3 * Square(x - 0.3)).Sum();

    private static int MedianEvaluations(Func<ImmutableArray<double>, double> function) =>
        Enumerable.Range(1, 15).Select(seed => Evaluations(function, (ulong)seed)).Order().ElementAt(7);

    private static int Evaluations(Func<ImmutableArray<double>, double> function, ulong seed)
    {
        var run = ForSmooth.Begin(new SolverProblem { Start = Middle, Budget = 30000, Seed = seed });
        var count = 0;
        while (count < 30000)
        {
            PointValue[] values = [.. run.Ask(30000 - count).Select(point => new PointValue(point, function(point), []))];
            var first = Array.FindIndex(values, value => value.Loss <= 1e-9);
            if (first >= 0)
                return count + first + 1;
            count += values.Length;
            run.Tell(values);
        }

        return count;
    }

    private static double Square(double x) => x * x;
}
