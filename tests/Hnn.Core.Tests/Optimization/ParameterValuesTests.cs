using System.Globalization;
using Hnn.Core.Optimization;

namespace Hnn.Core.Tests.Optimization;

public class ParameterValuesTests
{
    private static readonly ParameterValues Values = new([new("evprox2_mu", 0.1 + 0.2), new("w", 3)]);

    [Fact]
    public void Values_are_found_by_name_and_keep_their_order()
    {
        Assert.Equal(0.1 + 0.2, Values["evprox2_mu"]);
        Assert.Equal(["evprox2_mu", "w"], Values.Keys);
        Assert.Equal([0.1 + 0.2, 3], Values.Values);
        Assert.False(Values.ContainsKey("W"));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() =>
        Assert.Equal("There is no parameter 'mu', only: evprox2_mu, w.", Assert.Throws<KeyNotFoundException>(() => Values["mu"]).Message);

    [Fact]
    public void The_text_is_a_table_with_all_digits()
    {
        var lines = Values.ToString().Split(Environment.NewLine);

        Assert.Equal(["evprox2_mu  0.30000000000000004", "w           3"], lines);
        Assert.Equal(Values["evprox2_mu"], double.Parse(lines[0].Split(' ')[^1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Values_are_equal_if_names_values_and_order_are()
    {
        var again = new ParameterValues(Values);
        var turned = new ParameterValues(Values.Reverse());

        Assert.Equal(Values, again);
        Assert.Equal(Values.GetHashCode(), again.GetHashCode());
        Assert.False(Values.Equals(turned));
        Assert.False(Values.Equals(new ParameterValues([new("evprox2_mu", 0.3), new("w", 3)])));
    }

    [Fact]
    public void Names_given_twice_and_values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ParameterValues([new("a", 1), new("a", 2)]));
        Assert.Throws<ArgumentException>(() => new ParameterValues([new("", 1)]));
        Assert.Contains("The value of 'a' is NaN.", Assert.Throws<ArgumentException>(() => new ParameterValues([new("a", double.NaN)])).Message, StringComparison.Ordinal);
    }
}
