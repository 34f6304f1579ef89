using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Core.Tests.Networks;
using Hnn.Engine.Models;
using Hnn.Testing;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Sweeps;

public class SweepStoreTests
{
    [Theory, InlineData(SweepFormat.Parquet), InlineData(SweepFormat.Csv)]
    public void What_was_stored_is_read_again_to_the_last_bit(SweepFormat format)
    {
        using var folder = new TemporaryFolder();
        var points = SmallSweep.With(folder.PathOf(""), format: format).RunToEnd(SmallSweep.Points);

        var store = SweepStore.Open(folder.PathOf(""));

        Assert.Equal(["mu", "weight"], store.Parameters);
        Assert.Equal(["peak", "spikes"], store.Summaries);
        Assert.Equal(points.Select(point => (point.Index, point.Parameters, point["peak"], point["spikes"], point.Fault)), store.Points.Select(point => (point.Index, point.Parameters, point["peak"], point["spikes"], point.Fault)));
        foreach (var (index, result) in points.Select(point => (point.Index, point.Result!)))
        {
            Assert.Equal(result.Dipoles.Select(trial => trial.Times), store.Dipoles(index).Select(trial => trial.Times));
            Assert.All(["agg", "L2", "L5"], layer => Assert.Equal(result.Dipoles.Select(trial => trial[layer]), store.Dipoles(index).Select(trial => trial[layer])));
            Assert.Equal(3000, store.Dipoles(index)[0].ScaleApplied);
            Assert.Equal(result.CellResponse.Trials.Select(trial => trial.Times), store.Spikes(index).Select(trial => trial.Times));
            Assert.Equal(result.CellResponse.Trials.Select(trial => trial.Gids), store.Spikes(index).Select(trial => trial.Gids));
            Assert.Equal(result.CellResponse.Trials.Select(trial => trial.Types), store.Spikes(index).Select(trial => trial.Types));
        }
    }

    [Fact]
    public void Tables_are_long_with_one_row_per_value()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);

        var store = SweepStore.Open(folder.PathOf(""));
        var (points, dipoles, spikes) = (store.Read(SweepOutputs.None), store.Read(SweepOutputs.Dipoles), store.Read(SweepOutputs.Spikes));

        Assert.Equal(["point", "mu", "weight", "peak", "spikes", "fault"], points.Columns);
        Assert.Equal(["point", "trial", "time", "agg", "L2", "L5"], dipoles.Columns);
        Assert.Equal(["point", "trial", "time", "gid", "type"], spikes.Columns);
        Assert.Equal(6 * 2 * 601, dipoles.RowCount); // points, trials, and samples from 0 to 15 ms
        Assert.Equal(points.Numbers("spikes").Sum(), spikes.RowCount);
        Assert.Equal(Enumerable.Range(0, 6), dipoles.Integers("point").Distinct());
        Assert.Contains("only point, trial", Assert.Throws<KeyNotFoundException>(() => spikes.Numbers("agg")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => spikes.Numbers("type"));
    }

    [Fact]
    public void Potentials_and_recordings_are_stored_if_they_are_asked_for()
    {
        using var folder = new TemporaryFolder();
        var net = Columns.Small();
        net.AddElectrodeArray("probe", [new(0, 0, 0), new(0, 0, 500)]);
        var sweep = new ParameterSweep(net, SmallSweep.AddDrive)
        {
            Simulation = SimulationOptions.Default with { StopTime = 5, Voltages = Record.Soma, Calcium = Record.Chosen((20, "soma")) },
            Folder = folder.PathOf(""),
            Outputs = SweepOutputs.Potentials | SweepOutputs.Recordings,
        };
        var point = sweep.RunToEnd(Grid.Product(("mu", [3]), ("weight", [0.05]))).Single();

        var store = SweepStore.Open(folder.PathOf(""));
        var (potentials, recordings) = (store.Read(SweepOutputs.Potentials), store.Read(SweepOutputs.Recordings));

        Assert.Equal(point.Result!.Electrode("probe").Voltages[0].SelectMany(contact => contact), potentials.Numbers("potential"));
        Assert.Equal([.. Enumerable.Repeat(0, 201), .. Enumerable.Repeat(1, 201)], potentials.Integers("contact"));
        var rows = Enumerable.Range(0, recordings.RowCount).Where(row => recordings.Texts("quantity")[row] == "Calcium").ToArray();
        Assert.Equal(point.Result.CellResponse.Calcium(0, 20, "soma"), rows.Select(row => recordings.Numbers("value")[row]));
        Assert.Equal((24 + 1) * 201, recordings.RowCount);
        Assert.Throws<ArgumentException>(() => store.Dipoles(0));
    }

    [Fact]
    public void A_sweep_whose_points_all_failed_can_be_read()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf(""), setParameters: (_, _) => throw new InvalidOperationException("No.")).RunToEnd(SmallSweep.Points);

        var store = SweepStore.Open(folder.PathOf(""));

        Assert.True(store.IsComplete);
        Assert.Equal(0, store.Read(SweepOutputs.Dipoles).RowCount);
        Assert.Empty(store.Dipoles(1));
        Assert.Empty(store.Spikes(1));
    }

    [Fact]
    public void Layers_and_points_that_failed_in_one_file_do_not_disturb_the_others()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf(""), pointsPerFile: 1, setParameters: (net, p) =>
        {
            if (p["mu"] < 9)
                throw new InvalidOperationException("No.");
            SmallSweep.AddDrive(net, p);
        }).RunToEnd(SmallSweep.Points);

        var store = SweepStore.Open(folder.PathOf(""));

        Assert.Equal(["point", "trial", "time", "agg", "L2", "L5"], store.Read(SweepOutputs.Dipoles).Columns);
        Assert.Equal(["agg", "L2", "L5"], store.Dipoles(5)[0].Layers);
    }

    [Fact]
    public void A_folder_without_a_sweep_is_a_fault_of_the_file_that_is_missing()
    {
        using var folder = new TemporaryFolder();

        var fault = Assert.Throws<FileFault>(() => SweepStore.Open(folder.PathOf("")));

        Assert.EndsWith("sweep.json", fault.FileName, StringComparison.Ordinal);
    }

    [Theory, InlineData("sweep.json"), InlineData("points-000000-000003.parquet"), InlineData("dipoles-000000-000003.parquet")]
    public void A_damaged_file_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);
        var content = File.ReadAllBytes(folder.PathOf(name));

        foreach (var length in new[] { 0, 10, content.Length / 2, content.Length - 3 })
        {
            File.WriteAllBytes(folder.PathOf(name), content[..length]);
            var fault = Assert.Throws<FileFault>(() => SweepStore.Open(folder.PathOf("")).Dipoles(0));
            Assert.EndsWith(name, fault.FileName, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Points_that_stand_twice_or_do_not_belong_are_a_fault()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);
        File.Copy(folder.PathOf("points-000004-000005.parquet"), folder.PathOf("points-000006-000007.parquet"));

        Assert.Contains("The file holds point 4.", Assert.Throws<FileFault>(() => SweepStore.Open(folder.PathOf(""))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_an_interrupted_run_without_their_points_count_for_nothing()
    {
        using var folder = new TemporaryFolder();
        SmallSweep.With(folder.PathOf("")).RunToEnd(SmallSweep.Points);
        var whole = SmallSweep.Files(folder.PathOf(""));
        File.Delete(folder.PathOf("points-000004-000005.parquet"));

        Assert.Equal(4, SweepStore.Open(folder.PathOf("")).Points.Length);
        SmallSweep.With(folder.PathOf(""), ifExists: ExistingSweep.Resume).RunToEnd(SmallSweep.Points);

        Assert.Equal(whole, SmallSweep.Files(folder.PathOf("")));
    }
}
