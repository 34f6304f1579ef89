using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class FigureTests
{
    [Fact]
    public void Rows_put_all_panels_below_each_other_in_order()
    {
        var (a, b, c) = (PanelNamed("a"), PanelNamed("b"), PanelNamed("c"));

        var figure = Figure.Rows(new Figure { Panels = [a, b] }, new Figure { Panels = [c] });

        Assert.Equal([a, b, c], figure.Panels);
    }

    [Theory, InlineData("Time", "ms", "Time (ms)"), InlineData("Spikes", "", "Spikes")]
    public void An_axis_names_its_quantity_and_unit(string quantity, string unit, string label) =>
        Assert.Equal(label, new Axis(quantity, unit).Label);

    private static Panel PanelNamed(string title) => new() { Title = title, X = new("x"), Y = new("y"), Traces = [] };
}
