using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

public sealed class SimulationDivergedExceptionTests
{
    private static readonly NetworkDescription Cells = LoneCells.Of(SmallCells.Pyramidal, count: 10);

    // The spike at 5 ms arrives at 6 ms, in the step from 6 to 6.025 ms; twice the largest weight is infinite.
    [Fact]
    public void An_infinite_weight_is_told_with_time_cell_and_section()
    {
        var network = Cells.WithContact(9, "apical_trunk", "ampa", double.MaxValue, delay: 1);

        var error = Diverges(network, Spike(5));

        Assert.Equal(6.025, error.Time, 1e-9);
        Assert.Equal((0, 9, LoneCells.Population, "apical_trunk"), (error.Trial, error.Gid, error.Population, error.Section));
        Assert.StartsWith(
            "At 6.025 ms of trial 0, the voltage of cell 9 (cells) stopped being a finite number, beginning at its section 'apical_trunk'.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soma", double.PositiveInfinity)]
    [InlineData("apical_trunk", double.PositiveInfinity)]
    [InlineData("apical_trunk", double.NaN)]
    public void A_density_that_is_no_number_is_found_in_the_first_step(string section, double density)
    {
        var cell = SmallCells.Pyramidal.With(section, old => old with { Mechanisms = SmallCells.Channels(("hh2", [("gnabar", density)])) });

        var error = Diverges(LoneCells.Of(cell), Spike());

        Assert.Equal((0.025, 0, section), (error.Time, error.Gid, error.Section));
    }

    // At such a temperature all time constants of ca are 0.
    [Fact]
    public void Infinitely_fast_gates_are_a_fault_and_not_an_endless_loop()
    {
        var error = Diverges(LoneCells.Of(SmallCells.Rich) with { Celsius = 1e6 }, Spike());

        Assert.True(error.Time > 0);
    }

    [Fact]
    public void The_trial_is_the_one_of_the_run()
    {
        var network = Cells.WithContact(9, "apical_trunk", "ampa", double.MaxValue, delay: 1);
        var trials = Enumerable.Range(0, 60).Select(trial => trial == 55 ? Spike(5) : Spike()).ToArray();

        Assert.Equal(55, Diverges(network, trials).Trial);
    }

    // Cell 0's block is computed before that of cell 9, whose fault is earlier in the same window.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_several_faults_of_a_window_the_first_is_told_on_any_number_of_threads(int threads)
    {
        var network = Cells.WithContact(0, "soma", "ampa", double.MaxValue, delay: 1.5).WithContact(9, "apical_trunk", "ampa", double.MaxValue, delay: 1);

        var error = Assert.Throws<SimulationDivergedException>(() =>
            network.Compiled().Run([Spike(5)], SmallNetworks.Until(10) with { Threads = threads }, []));

        Assert.Equal(9, error.Gid);
    }

    private static TrialInput Spike(params double[] times) => new([[.. times]]);

    private static SimulationDivergedException Diverges(NetworkDescription network, params TrialInput[] trials) =>
        Assert.Throws<SimulationDivergedException>(() => network.Compiled().Run([.. trials], SmallNetworks.Until(10), []));
}
