using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Tests.Wire;

public class PartCatalogTests
{
    [Fact]
    public void Parts_are_forgotten_when_there_are_many_and_never_amid_a_piece_of_work()
    {
        var store = new PartStore();
        var forgotten = 0;
        var catalog = new PartCatalog(part =>
        {
            if (part.Length > 0)
            {
                store.Add(part);
                return;
            }

            store = new PartStore();
            forgotten++;
        }, mostParts: 50);
        var job = JobCapture.Of(SmallColumn.Driven(), SmallColumn.For(stopTime: 5));
        var number = 0;

        for (var work = 0; work < 4; work++)
        {
            // Each job has a body of its own, as its only new part.
            var jobs = Enumerable.Range(0, 20).Select(_ => job with { Network = job.Network with { Projections = [], Celsius = 30 + 0.001 * number++ } }).ToArray();

            var received = WireFormat.Read<WorkContent>(WireFormat.Write(WorkContent.Of(jobs, catalog))).JobsFrom(store);

            Assert.Equal(jobs.Select(each => each.Network.Celsius), received.Select(each => each.Network.Celsius));
        }

        Assert.Equal(1, forgotten);
    }

    [Fact]
    public void A_part_that_was_not_sent_is_missed()
    {
        var catalog = new PartCatalog(_ => { });
        var content = WorkContent.Of([JobCapture.Of(SmallColumn.Driven(), SmallColumn.For(stopTime: 5))], catalog);

        var missed = Assert.Throws<InvalidDataException>(() => content.JobsFrom(new PartStore()));

        Assert.Contains("was not sent to this rank", missed.Message, StringComparison.Ordinal);
    }
}
