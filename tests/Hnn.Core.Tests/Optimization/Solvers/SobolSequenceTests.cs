using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class SobolSequenceTests
{
    [Fact]
    public void The_first_points_are_those_of_the_definition()
    {
        var points = new SobolSequence(2).Points(4);

        // The example of Joe and Kuo (2008), in Gray code order.
        Assert.Equal([0, 0], points[0]);
        Assert.Equal([0.5, 0.5], points[1]);
        Assert.Equal([0.75, 0.25], points[2]);
        Assert.Equal([0.25, 0.75], points[3]);
    }

    [Fact]
    public void The_first_1024_points_in_128_dimensions_are_those_of_scipy()
    {
        Assert.True(BitConverter.IsLittleEndian);
        var numbers = new SobolSequence(128).Points(1024).SelectMany(point => point).ToArray();

        var hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers)));

        // Oracles/sobol.py.
        var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Optimization/Solvers/Oracles/sobol.json")));
        Assert.Equal(recorded.RootElement.GetProperty("sha256").GetString(), hash);
    }

    [Fact]
    public void Scrambled_points_lie_one_in_each_slice_of_every_coordinate()
    {
        var points = SobolSequence.Scrambled(128, seed: 3).Points(256);

        for (var coordinate = 0; coordinate < 128; coordinate++)
            Assert.Equal(256, points.Select(point => (int)(256 * point[coordinate])).Distinct().Count());
    }

    [Theory, InlineData(1), InlineData(8), InlineData(128)]
    public void Scrambled_points_lie_one_in_each_rectangle_of_the_first_two_coordinates(int columns)
    {
        var points = SobolSequence.Scrambled(2, seed: 4).Points(128);

        var cells = points.Select(point => ((int)(columns * point[0]), (int)(128 / columns * point[1])));

        Assert.Equal(128, cells.Distinct().Count());
    }

    [Fact]
    public void Each_scrambled_point_is_uniformly_distributed()
    {
        var tenths = new int[10];

        for (var seed = 0UL; seed < 2000; seed++)
            tenths[(int)(10 * SobolSequence.Scrambled(3, seed).Point(5)[2])]++;

        // Chi-square of nine degrees of freedom: 27.9 is exceeded once in a thousand sets of seeds.
        Assert.InRange(tenths.Sum(count => (count - 200.0) * (count - 200.0) / 200), 0, 27.9);
    }

    [Fact]
    public void Scrambled_points_fill_the_cube_more_evenly_than_random_ones()
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var random = new SolverRandom(seed);
            var randomPoints = Enumerable.Range(0, 256).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextUniform()).ToImmutableArray());

            var discrepancy = SquaredDiscrepancy(SobolSequence.Scrambled(5, seed).Points(256));

            // Expected of n random points: (2^-d - 3^-d) / n, here about ten times that of the others.
            Assert.True(discrepancy < SquaredDiscrepancy([.. randomPoints]) / 2);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_points_again_and_another_seed_others()
    {
        var sequence = SobolSequence.Scrambled(3, seed: 1);

        Assert.Equal(sequence.Points(2, first: 7)[1], SobolSequence.Scrambled(3, seed: 1).Point(8));
        Assert.NotEqual(sequence.Point(8), SobolSequence.Scrambled(3, seed: 2).Point(8));
    }

    [Fact]
    public void The_largest_index_still_lies_in_the_cube()
    {
        var coordinates = new SobolSequence(128).Point(int.MaxValue).Concat(SobolSequence.Scrambled(128, seed: 1).Point(int.MaxValue));

        Assert.All(coordinates, coordinate => Assert.InRange(coordinate, 0, Math.BitDecrement(1.0)));
    }

    [Theory, InlineData(0), InlineData(129), InlineData(-1)]
    public void Other_dimensions_are_refused(int dimension)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(dimension));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Scrambled(dimension, seed: 1));
    }

    // Warnock's formula of the star discrepancy in the mean square.
    private static double SquaredDiscrepancy(ImmutableArray<ImmutableArray<double>> points)
    {
        var (count, dimension) = ((double)points.Length, points[0].Length);
        var single = points.Sum(point => point.Aggregate(1.0, (product, x) => product * (1 - x * x) / 2));
        var pairs = points.Sum(a => points.Sum(b => a.Zip(b).Aggregate(1.0, (product, pair) => product * (1 - Math.Max(pair.First, pair.Second)))));
        return Math.Pow(3, -dimension) - 2 / count * single + pairs / (count * count);
    }
}
