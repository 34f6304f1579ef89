using Hnn.Core.Optimization;

namespace Hnn.Core.Tests.Optimization;

public class ParameterSpaceTests
{
    [Fact]
    public void A_space_is_written_as_names_with_bounds_and_keeps_their_order()
    {
        var space = new ParameterSpace
        {
            ["evprox2_mu"] = (100, 120),
            ["w"] = Parameter.Log(0.001, 1),
            ["x"] = Parameter.Fixed(3),
            ["y"] = Parameter.Linked("w", w => 2 * w),
        };
        space.Add("added", (0, 1));

        Assert.Equal(["evprox2_mu", "w", "x", "y", "added"], space.Select(parameter => parameter.Key));
        Assert.Equal(["100 to 120", "0.001 to 1 (logarithmic)", "3 (fixed)", "linked to w", "0 to 1"], space.Select(parameter => parameter.Value.ToString()));
        Assert.Equal(Parameter.Linear(100, 120), space["evprox2_mu"]);
    }

    [Fact]
    public void Setting_a_parameter_again_replaces_it_in_its_place()
    {
        var space = new ParameterSpace { ["mu"] = (100, 120), ["weight"] = (0, 1) };

        space["mu"] = (90, 110);

        Assert.Equal([("mu", "90 to 110"), ("weight", "0 to 1")], space.Select(parameter => (parameter.Key, $"{parameter.Value}")));
    }

    [Fact]
    public void Asking_for_an_unknown_parameter_names_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => new ParameterSpace { ["mu"] = (1, 2) }["mi"]);

        Assert.Equal("There is no parameter 'mi', only: mu.", error.Message);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var space = new ParameterSpace
        {
            ["inverted"] = (2, 1),
            ["equal"] = (1, 1),
            ["infinite"] = (0, double.PositiveInfinity),
            ["too wide"] = (-1e308, 1e308),
            ["nan"] = (double.NaN, 1),
            ["log"] = Parameter.Log(0, 1),
            ["fixed"] = Parameter.Fixed(double.NaN),
            ["stray"] = Parameter.Linked("nothing", x => x),
            ["first"] = Parameter.Linked("equal", x => x),
            ["second"] = Parameter.Linked("first", x => x),
            ["twice"] = (0, 1),
            [" "] = (0, 1),
        };
        space.Add("twice", (0, 1));

        var message = Assert.Throws<ArgumentException>(() => UnitCube.Of(space)).Message;

        Assert.Contains("The bounds of 'inverted' are 2 and 1, but the first must be below the second. Exchange them.", message, StringComparison.Ordinal);
        Assert.Contains("The bounds of 'equal' are 1 and 1, but the first must be below the second. Pass Parameter.Fixed", message, StringComparison.Ordinal);
        Assert.Contains("The bounds of 'infinite', 0 and Infinity", message, StringComparison.Ordinal);
        Assert.Contains("The bounds of 'too wide', -1E+308 and 1E+308, or their distance are not finite.", message, StringComparison.Ordinal);
        Assert.Contains("The bounds of 'nan', NaN and 1", message, StringComparison.Ordinal);
        Assert.Contains("The logarithmic parameter 'log' begins at 0", message, StringComparison.Ordinal);
        Assert.Contains("The fixed value of 'fixed' is NaN.", message, StringComparison.Ordinal);
        Assert.Contains("'stray' is linked to 'nothing', which does not exist.", message, StringComparison.Ordinal);
        Assert.Contains("'second' is linked to 'first', which is linked itself.", message, StringComparison.Ordinal);
        Assert.Contains("The name 'twice' is given 2 times.", message, StringComparison.Ordinal);
        Assert.Contains("A parameter has no name.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("'first' is linked to", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_space_with_nothing_to_vary_is_refused()
    {
        var empty = Assert.Throws<ArgumentException>(() => UnitCube.Of([]));
        var idle = Assert.Throws<ArgumentException>(() => UnitCube.Of(new() { ["x"] = Parameter.Fixed(1) }));

        Assert.Contains("There is no parameter.", empty.Message, StringComparison.Ordinal);
        Assert.Contains("No parameter is free", idle.Message, StringComparison.Ordinal);
    }
}
