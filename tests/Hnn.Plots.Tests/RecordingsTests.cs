using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class RecordingsTests
{
    private static readonly CellResponse Response = SmallRun.Result.CellResponse;

    [Fact]
    public void A_chosen_cell_is_a_line_with_its_name()
    {
        var panel = Plots.Voltages(Response, trial: 1, gids: [2]).Panels.Single();

        var line = (LineTrace)panel.Traces.Single();
        Assert.Equal(Response.Voltage(1, 2, "soma"), line.Y);
        Assert.Equal(Response.Times, line.X);
        Assert.Equal($"{TypeOf(2)} 2 soma", line.Name);
        Assert.Equal("Membrane voltage (mV)", panel.Y.Label);
    }

    [Fact]
    public void One_cell_of_each_type_has_the_colour_of_the_type()
    {
        var gids = Response.CellTypes.Select(type => Response.GidRanges[type].Start).ToArray();

        var lines = Plots.Voltages(Response, gids: gids).Panels.Single().Traces;

        Assert.All(lines, line => Assert.Equal(Palette.Population(line.Name.Split(' ')[0], []), line.Color));
        Assert.Equal(gids.Length, lines.Length);
    }

    [Fact]
    public void Cells_of_one_type_have_different_colours()
    {
        var cells = Response.GidRanges["L5_pyramidal"];

        Assert.Distinct(Plots.Voltages(Response, gids: [cells.Start, cells.Start + 1], sections: ["soma"]).Panels.Single().Traces.Select(line => line.Color));
    }

    [Fact]
    public void More_cells_than_names_fit_are_named_by_type()
    {
        var traces = Plots.Voltages(Response).Panels.Single().Traces;

        Assert.Equal(Response.CellTypes.Sum(type => Response.GidRanges[type].Count), traces.Length);
        Assert.Equal(Response.CellTypes.Order(StringComparer.Ordinal), traces.Where(trace => trace.IsInLegend).Select(trace => trace.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Calcium_and_currents_of_synapses_are_shown_alike()
    {
        var (calcium, currents) = (Plots.Calcium(Response).Panels.Single(), Plots.SynapticCurrents(Response).Panels.Single());

        Assert.Equal(Response.Calcium(0, Response.GidRanges["L5_pyramidal"].Start, "soma"), ((LineTrace)calcium.Traces.Single()).Y);
        Assert.Contains(currents.Traces.Cast<LineTrace>(), line => line.Name.EndsWith(" 0 soma ampa", StringComparison.Ordinal) && line.Y == Response.SynapticCurrent(0, 0, "soma", "ampa"));
        Assert.Equal(("Calcium (mM)", "Synaptic current (nA)"), (calcium.Y.Label, currents.Y.Label));
    }

    [Fact]
    public void What_was_not_recorded_is_an_error_that_says_how_it_can_be()
    {
        Assert.Contains("options of the simulation", Assert.Throws<ArgumentException>(() => Plots.Voltages(Response, sections: ["apical_1"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.Voltages(Response, trial: 2));
    }

    private static string TypeOf(int gid) => Response.GidRanges.Single(range => range.Value.Contains(gid)).Key;
}
