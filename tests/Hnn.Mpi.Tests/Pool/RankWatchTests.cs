using Hnn.Mpi.Pool;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Tests.Pool;

public class RankWatchTests
{
    // Ticks of half a second; a rank is lost at the first that is later than its limit.
    private const int NearTicks = 7;
    private const int FarTicks = 21;

    // No process has this number.
    private const int Gone = int.MaxValue;

    private static readonly HelloContent Hello = HelloOf(Environment.ProcessId);

    private readonly List<(int Rank, double Seconds)> _lost = [];

    [Fact]
    public void A_silent_rank_on_this_host_whose_process_is_stopped_or_gone_is_lost_after_three_seconds()
    {
        using var watch = Watch(HelloOf(Gone));

        Count(watch, NearTicks - 1, heard: [0, 2]);
        Assert.Empty(_lost);
        Count(watch, 1, heard: [0, 2]);

        Assert.Equal([(1, 3.5)], _lost);
    }

    [Fact]
    public void A_silent_rank_on_this_host_that_waits_its_turn_is_lost_after_the_time_that_was_asked_for()
    {
        using var watch = Watch();

        Count(watch, FarTicks - 1, heard: [0, 2]);
        Assert.Empty(_lost);
        Count(watch, 1, heard: [0, 2]);

        Assert.Equal([(1, 10.5)], _lost);
    }

    [Fact]
    public void A_silent_rank_on_another_host_is_lost_after_the_time_that_was_asked_for()
    {
        using var watch = Watch();

        Count(watch, FarTicks - 1, heard: [0, 1]);
        Assert.Empty(_lost);
        Count(watch, 1, heard: [0, 1]);

        Assert.Equal([(2, 10.5)], _lost);
    }

    [Fact]
    public void Ranks_in_lock_step_are_heard_by_rank_0_only_and_have_their_time_again_afterwards()
    {
        using var watch = Watch();

        watch.OnlyRankZero = true;
        Count(watch, 5 * NearTicks, heard: [0]);
        watch.OnlyRankZero = false;
        Count(watch, NearTicks - 1, heard: [0]);

        Assert.Empty(_lost);
    }

    [Fact]
    public void While_a_long_message_comes_in_no_silence_is_counted_and_none_is_forgotten()
    {
        using var watch = Watch();
        Count(watch, FarTicks - 1, heard: [0, 2]);

        for (var frame = 0; frame < 5 * FarTicks; frame++)
        {
            watch.IsHeld = true;
            Assert.True(watch.CountTick());
        }

        Assert.Empty(_lost);
        Count(watch, 1, heard: [0, 2]);

        Assert.Equal([(1, 10.5)], _lost);
    }

    [Fact]
    public void The_count_goes_by_itself_once_it_is_started()
    {
        using var lost = new ManualResetEventSlim();
        using var watch = new RankWatch(Hello, TimeSpan.FromSeconds(10), (_, _) => lost.Set());

        watch.Start();

        Assert.True(lost.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private static HelloContent HelloOf(int process) => new("1.0", "none", [new(Environment.MachineName, Environment.ProcessId), new(Environment.MachineName, process), new("elsewhere", 3)]);

    private RankWatch Watch(HelloContent? hello = null) => new(hello ?? Hello, TimeSpan.FromSeconds(10), (rank, silent) => _lost.Add((rank, silent.TotalSeconds)));

    private static void Count(RankWatch watch, int ticks, int[] heard)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            foreach (var rank in heard)
                watch.Hear(rank);
            watch.CountTick();
        }
    }
}
