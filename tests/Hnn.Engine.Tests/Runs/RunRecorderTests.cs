using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

/// <summary>The order of summation. 1e16 is so large that 1 added to it is lost, but 2 is not.</summary>
public sealed class RunRecorderTests
{
    private const int Count = 10;

    // Cells 0 to 7 and 8 to 9 are groups: (1e16 + ... + 1 + 1) + (1 + 1). In the first one both ones are lost; added cell after cell, all would be.
    [Fact]
    public void Groups_of_eight_cells_are_added_by_themselves() =>
        Assert.Equal([1e16 + 2, 1e16 + 2], Sums(trials: 1, (_, gid) => gid is 0 ? 1e16 : gid >= 6 ? 1 : 0)[0]);

    // Of two trials, the second block holds cells 8 and 9 of the first one and 0 to 5 of the other.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_group_is_added_in_the_order_of_gids_even_across_two_blocks(int trial) =>
        Assert.Equal([1e16, 1e16], Sums(trials: 2, (of, gid) => of != trial ? 5 : gid is 5 ? 1e16 : gid is 6 or 7 ? 1 : 0)[trial]);

    // The last sample's dipole and potential of each trial, if all cells have such ones.
    private static unsafe double[][] Sums(int trials, Func<int, int, double> value)
    {
        var network = LoneCells.Of(SmallCells.Pyramidal, contributesToDipole: true, Count) with
        {
            ElectrodeArrays = [new ElectrodeArray("points", [new Point3(30, 0, 50)], 0.3, FieldMethod.PointSource, 0.5)],
        };
        var (model, clock) = (network.Compiled(), new Clock(SmallNetworks.TimeStep, SmallNetworks.TimeStep));
        TrialInput[] inputs = [.. Enumerable.Repeat(new TrialInput([[]]), trials)];
        var blocks = new BlockSet(model, [CellStepper.Create(model.Plans[0], clock, 1, new EngineOptions())], [.. inputs], new WholeRun(), 1, 1);
        var recorder = new RunRecorder(model, blocks, new DriveSpikes(model, [.. inputs], clock), trials, [], new WholeRun(), clock, 1);
        foreach (var (_, block) in blocks.All)
        {
            for (var lane = 0; lane < block.Cells.Length; lane++)
                block.Dipoles[lane] = block.Field!.Potentials[lane] = value(block.Cells[lane].Trial, block.Cells[lane].Gid);
        }

        recorder.Collect(firstSample: 1, samples: 1);

        return [.. recorder.Finish().Select(trial => new[] { trial.Dipoles[LoneCells.Population][^1], trial.Potentials[0][0][^1] })];
    }
}
