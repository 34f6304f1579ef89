using Hnn.Core.Optimization;
using Hnn.Core.Sweeps;

namespace Hnn.Core.Tests.Sweeps;

public class GridTests
{
    private static readonly ParameterSpace Space = new() { ["w"] = Parameter.Log(0.001, 1), ["mu"] = (40, 60), ["twice"] = Parameter.Linked("mu", mu => 2 * mu) };

    [Fact]
    public void A_product_has_every_combination_and_the_last_parameter_varies_fastest()
    {
        var grid = Grid.Product(("a", [1, 2]), ("b", [10, 20, 30]));

        Assert.Equal(["a", "b"], grid.Names);
        Assert.Equal([(1, 10), (1, 20), (1, 30), (2, 10), (2, 20), (2, 30)], grid.Select(point => (point["a"], point["b"])));
    }

    [Fact]
    public void A_zip_takes_values_side_by_side()
    {
        double[] weights = [0.1, 0.2];

        var grid = Grid.Zip(("w", weights), ("mu", [40, 50]));

        Assert.Equal([(0.1, 40), (0.2, 50)], grid.Select(point => (point["w"], point["mu"])));
    }

    [Fact]
    public void A_zip_of_unequal_lengths_is_refused_and_not_cut()
    {
        var error = Assert.Throws<ArgumentException>(() => Grid.Zip(("w", [1, 2, 3]), ("mu", [40, 50])));

        Assert.Contains("'w' has 3, 'mu' has 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sobol_points_fill_the_space_evenly()
    {
        var grid = Grid.Sobol(Space, 64, seed: 5);

        // Any 64 points from the first on lie one in each 64th of every coordinate: a property of (t,s)-sequences that scrambling keeps.
        Assert.Equal(Enumerable.Range(0, 64), grid.Select(point => (int)((point["mu"] - 40) / 20 * 64)).Order());
        Assert.All(grid, point => Assert.InRange(point["w"], 0.001, 1));
        Assert.All(grid, point => Assert.Equal(2 * point["mu"], point["twice"]));
        Assert.Equal(grid, Grid.Sobol(Space, 64, seed: 5));
        Assert.NotEqual(grid, Grid.Sobol(Space, 64, seed: 6));
    }

    [Fact]
    public void A_Latin_hypercube_has_one_point_in_each_slice()
    {
        var grid = Grid.LatinHypercube(Space, 10, seed: 5);

        Assert.Equal(Enumerable.Range(0, 10), grid.Select(point => (int)((point["mu"] - 40) / 2)).Order());
        Assert.Equal(grid, Grid.LatinHypercube(Space, 10, seed: 5));
    }

    [Fact]
    public void Points_chosen_otherwise_must_have_the_same_parameters()
    {
        var points = Grid.Product(("a", [1, 2]));

        Assert.Equal(points, Grid.Of(points));
        Assert.Throws<ArgumentException>(() => Grid.Of([.. points, new ParameterValues([new("b", 1)])]));
        Assert.Throws<ArgumentException>(() => Grid.Of([]));
    }

    [Fact]
    public void Grids_without_points_and_values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Grid.Product());
        Assert.Throws<ArgumentException>(() => Grid.Product(("a", [])));
        Assert.Throws<ArgumentException>(() => Grid.Product(("a", [1]), ("a", [2])));
        Assert.Throws<ArgumentException>(() => Grid.Zip(("a", [double.NaN])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid.Sobol(Space, 0));
        Assert.Throws<ArgumentException>(() => Grid.LatinHypercube([], 1));
    }
}
