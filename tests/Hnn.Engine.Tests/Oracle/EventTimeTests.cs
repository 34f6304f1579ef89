using System.Globalization;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

/// <summary>Sample times, and in which step an event takes effect.</summary>
public sealed class EventTimeTests
{
    public static TheoryData<EngineUnderTest> AllEngines => [.. Engines.All];

    // The recorded contact: 1 ms; its weight follows from the recorded value one decay after the opening.
    private const double Delay = 1;
    private const double Weight = 0.01;

    [Fact]
    public void Times_carry_the_rounding_of_the_running_clock()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var axis in ReferenceData.Json("cells/time_axis.json").EnumerateObject())
        {
            var numbers = axis.Name.Split(',').Select(part => double.Parse(part.Split('=')[1], CultureInfo.InvariantCulture)).ToArray();

            var times = RunningClock.Times(stopTime: numbers[1], timeStep: numbers[0]);

            Assert.Equal(axis.Value.GetProperty("n").GetInt32(), times.Length);
            Assert.Equal(axis.Value.GetProperty("first").AsDoubles(), times[..axis.Value.GetProperty("first").GetArrayLength()]);
            Assert.Equal(axis.Value.GetProperty("last").AsDoubles(), times[^axis.Value.GetProperty("last").GetArrayLength()..]);
        }
    }

    [Theory, InlineData(0.025), InlineData(0.05)]
    public void An_event_opens_the_synapse_at_the_recorded_sample(double timeStep)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var (eventTime, firstSample, opening) in Grid(timeStep))
        {
            var network = BasketCell();
            var trial = new OracleTrial(network, Replay.Spikes(eventTime), new EngineOptions { TimeStep = timeStep, StopTime = 12 });
            var synapse = trial.Cells[0].SegmentAt("soma", 0.5).Synapses["ampa"];
            var samples = new List<double> { synapse.Observe("A") };
            while (samples.Count <= trial.StepCount)
                trial.Step(() => samples.Add(synapse.Observe("A")));

            Assert.Equal(firstSample, samples.FindIndex(a => a != 0));
            // A product and a difference of a few doubles near 0.01.
            Assert.Equal(opening, samples[firstSample], tolerance: 1e-16);
        }
    }

    [Theory, MemberData(nameof(AllEngines))]
    public void A_current_flows_one_step_after_the_synapse_was_opened(EngineUnderTest engine)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var timeStep in new[] { 0.025, 0.05 })
        {
            foreach (var (eventTime, firstSample, _) in Grid(timeStep))
            {
                var recording = engine.Run(
                    BasketCell(),
                    Replay.Spikes(eventTime),
                    new EngineOptions { TimeStep = timeStep, StopTime = 12 },
                    new Probe(ProbeQuantity.SynapticCurrent, Gid: 0, "soma", "ampa"));

                Assert.Equal(firstSample + 1, recording.Probes[0].ToList().FindIndex(current => current != 0));
            }
        }
    }

    private static NetworkDescription BasketCell() =>
        LoneCells.Of(RecordedCell.Load("L2_basket").Template).WithContact(target: 0, "soma", "ampa", Weight, Delay);

    private static List<(double EventTime, int FirstSample, double Opening)> Grid(double timeStep)
    {
        var table = ReferenceData.Table("cells/event_grid.csv.gz");
        return [.. table["dt"].Index().Where(row => row.Item == timeStep)
            .Select(row => (table["event_time"][row.Index], table.Integers("first_sample")[row.Index], table["A_there"][row.Index]))];
    }
}
