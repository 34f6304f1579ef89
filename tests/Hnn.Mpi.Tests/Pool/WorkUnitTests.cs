using FsCheck;
using FsCheck.Xunit;
using Hnn.Core.Backends;
using Hnn.Engine.Runs;
using Hnn.Mpi.Pool;

namespace Hnn.Mpi.Tests.Pool;

public class WorkUnitTests
{
    private static readonly SimulationJob Job = JobCapture.Of(SmallColumn.Driven(), SmallColumn.For(stopTime: 5, trials: 5));

    [Property]
    public void Each_trial_is_shared_out_once_in_order(NonEmptyArray<byte> trialsOfJobs, PositiveInt ranks)
    {
        var jobs = trialsOfJobs.Get.Select(trials => Job.WithTrials(Enumerable.Range(0, trials % 6).Select(trial => trial % 5))).ToArray();
        var trials = jobs.SelectMany((job, index) => Enumerable.Range(0, job.Trials.Length).Select(trial => (index, trial))).ToArray();

        var units = WorkUnit.Share(jobs, trials, ranks.Get);

        Assert.Equal(trials, units.SelectMany(unit => unit.Parts).SelectMany(part => part.Trials.Select(trial => (part.Job, trial))));
        Assert.All(units, unit => Assert.InRange(unit.Count, 1, trials.Length));
    }

    [Fact]
    public void Every_rank_has_work_where_there_is_enough()
    {
        var trials = Enumerable.Range(0, 10).SelectMany(job => Enumerable.Range(0, 5).Select(trial => (job, trial))).ToArray();

        var units = WorkUnit.Share([.. Enumerable.Repeat(Job, 10)], trials, ranks: 4);

        // 50 trials in twice as many pieces as ranks: 7 each, and one of the rest.
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 1], units.Select(unit => unit.Count));
    }

    [Fact]
    public void What_became_of_a_trial_is_told_as_of_all_jobs()
    {
        var unit = new WorkUnit([(2, [4]), (7, [1, 3])]);

        var whole = unit.Whole(new TrialOutcome(Job: 1, Trial: 1, null, new SimulationDivergedException(1.5, 1, 9, "L2_basket", "soma"), TimeSpan.Zero));

        Assert.Equal((7, 3, 3), (whole.Job, whole.Trial, whole.Fault!.Trial));
    }
}
