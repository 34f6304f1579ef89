using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization;

public class UnitCubeTests
{
    [Fact]
    public void Free_parameters_are_coordinates_and_the_others_follow()
    {
        var cube = UnitCube.Of(new()
        {
            ["twice"] = Parameter.Linked("w", w => 2 * w),
            ["mu"] = (100, 120),
            ["x"] = Parameter.Fixed(3),
            ["w"] = Parameter.Log(0.01, 1),
        });

        var values = cube.ValuesAt([0.25, 0.5]);

        Assert.Equal(["mu", "w"], cube.FreeNames);
        Assert.Equal(["twice", "mu", "x", "w"], values.Keys);
        Assert.Equal(105, values["mu"]);
        Assert.Equal(0.1, values["w"], 1e-15); // the geometric mean, up to the rounding of exp and log
        Assert.Equal(2 * values["w"], values["twice"]);
        Assert.Equal(3, values["x"]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Bounds_are_met_exactly_and_never_left(bool isLogarithmic)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var ends = Draw.Uniform(2, 1e-3, 10, seed).Order().ToArray();
            var cube = UnitCube.Of(new() { ["p"] = isLogarithmic ? Parameter.Log(ends[0], ends[1]) : (ends[0], ends[1]) });

            Assert.Equal(ends[0], cube.ValuesAt([0])["p"]);
            Assert.Equal(ends[1], cube.ValuesAt([1])["p"]);
            foreach (var coordinate in (double[])[-1, -double.Epsilon, double.Epsilon, 1e-17, Math.BitDecrement(1), Math.BitIncrement(1), 7, .. Draw.Uniform(20, 0, 1, seed)])
                Assert.InRange(cube.ValuesAt([coordinate])["p"], ends[0], ends[1]);
        }
    }

    [Fact]
    public void Start_values_are_found_again()
    {
        var cube = UnitCube.Of(new() { ["mu"] = (100, 120), ["w"] = Parameter.Log(0.001, 1), ["s"] = (2, 30) });

        var values = cube.ValuesAt(cube.PointOf(new Dictionary<string, double> { ["w"] = 0.02, ["mu"] = 113.7 }));

        // To the cube and back: a few roundings, each half a unit of the sixteenth digit.
        Assert.Equal(113.7, values["mu"], 113.7 * 1e-15);
        Assert.Equal(0.02, values["w"], 0.02 * 1e-14);
        Assert.Equal(16, values["s"]);
    }

    [Fact]
    public void Start_values_at_the_bounds_are_the_corners_of_the_cube()
    {
        var cube = UnitCube.Of(new() { ["mu"] = (0.1, 0.7), ["w"] = Parameter.Log(0.003, 0.7) });

        Assert.Equal([0.0, 1.0], cube.PointOf(new Dictionary<string, double> { ["mu"] = 0.1, ["w"] = 0.7 }));
        Assert.Equal([1.0, 0.0], cube.PointOf(new Dictionary<string, double> { ["mu"] = 0.7, ["w"] = 0.003 }));
    }

    [Fact]
    public void Start_values_that_are_not_possible_are_all_reported()
    {
        var cube = UnitCube.Of(new() { ["mu"] = (100, 120), ["x"] = Parameter.Fixed(3), ["y"] = Parameter.Linked("mu", m => m), ["s"] = (2, 30) });
        var start = new Dictionary<string, double> { ["mu"] = 99.5, ["x"] = 4, ["y"] = 1, ["s"] = double.NaN, ["sigma"] = 1 };

        var message = Assert.Throws<ArgumentException>(() => cube.PointOf(start)).Message;

        Assert.Contains("The value of 'mu' is 99.5, outside its bounds 100 to 120.", message, StringComparison.Ordinal);
        Assert.Contains("The value of 'x' is 4, but it is fixed at 3.", message, StringComparison.Ordinal);
        Assert.Contains("The value of 'y' follows from 'mu'.", message, StringComparison.Ordinal);
        Assert.Contains("The value of 's' is NaN, outside its bounds 2 to 30.", message, StringComparison.Ordinal);
        Assert.Contains("There is no parameter 'sigma', only: mu, x, y, s.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_gives_no_number_is_named()
    {
        var cube = UnitCube.Of(new() { ["a"] = (-1, 1), ["root"] = Parameter.Linked("a", Math.Sqrt) });

        var error = Assert.Throws<InvalidOperationException>(() => cube.ValuesAt([0]));

        Assert.Contains("The formula of 'root' gives NaN where 'a' is -1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_the_space_afterwards_changes_nothing()
    {
        var space = new ParameterSpace { ["a"] = (0, 1) };
        var cube = UnitCube.Of(space);

        space["b"] = (0, 1);

        Assert.Equal(["a"], cube.Names);
        Assert.Equal(ImmutableArray.Create(0.5), cube.Middle);
    }
}
