using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Parameters;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Drives;

public class DriveSamplerTests
{
    private static readonly EvokedDrive Evoked = new() { Name = "evprox1", Location = "proximal", Mu = 63.53, Sigma = 3.85, EventSeed = 0 };
    private static readonly PoissonDrive Poisson =
        new() { Name = "noise", Location = "proximal", Rates = Drive.NoValues.Add("L2_pyramidal", 140).Add("L5_pyramidal", 40) };
    private static readonly BurstyDrive Bursty = new()
    {
        Name = "alpha", Location = "proximal", BurstRate = 10, Start = 50, BurstStd = 0, CellSpecific = false, CellCount = 2,
    };
    private static readonly IEqualityComparer<ImmutableArray<double>> SameTimes =
        EqualityComparer<ImmutableArray<double>>.Create((one, other) => one.SequenceEqual(other));

    [Fact]
    public void Two_cells_draw_the_times_that_belong_to_the_seeds_0_and_1()
    {
        var times = DriveSampler.Sample(Evoked, [("L2_basket", 2)], totalGids: 48, trial: 0, stopTime: 170);

        // Reference: drives/events.json.gz, case evoked_seed0.
        Assert.Equal([[70.3216015319755], [69.78372965010348]], times);
    }

    [Fact]
    public void A_trial_moves_the_seeds_on_by_the_number_of_all_gids()
    {
        var third = DriveSampler.Sample(Evoked, [("L2_basket", 3)], totalGids: 48, trial: 2, stopTime: 170);

        var sameSeeds = DriveSampler.Sample(Evoked with { EventSeed = 96 }, [("L2_basket", 3)], totalGids: 7, trial: 0, stopTime: 170);
        Assert.Equal(sameSeeds.SelectMany(cell => cell), third.SelectMany(cell => cell));
    }

    [Fact]
    public void Times_at_or_before_0_and_after_the_end_are_dropped_and_the_rest_is_sorted()
    {
        var wide = Evoked with { Mu = 0, Sigma = 100, SpikeCount = 1000 };

        var times = DriveSampler.Sample(wide, [("L2_basket", 1)], totalGids: 25, trial: 0, stopTime: 50)[0];

        Assert.All(times, time => Assert.InRange(time, double.Epsilon, 50));
        Assert.Equal(times.Order(), times);
        // Of a normal distribution 19 % lie between 0 and half a standard deviation, 191 of 1000; five standard errors (62) to either side.
        Assert.InRange(times.Length, 130, 255);
    }

    [Fact]
    public void A_Poisson_drive_without_stop_time_lasts_as_long_as_each_run()
    {
        var (brief, lasting) = (Last(50), Last(500));

        Assert.InRange(brief, 25, 50);
        Assert.InRange(lasting, 400, 500);

        double Last(double stop) => DriveSampler.Sample(Poisson, [("L2_pyramidal", 1)], totalGids: 25, trial: 0, stopTime: stop)[0][^1];
    }

    [Fact]
    public void Each_target_type_has_its_own_rate_and_a_type_without_a_rate_is_silent()
    {
        var times = DriveSampler.Sample(
            Poisson, [("L2_basket", 1), ("L2_pyramidal", 1), ("L5_pyramidal", 1)], totalGids: 25, trial: 0, stopTime: 100_000);

        Assert.Empty(times[0]);
        // Counts of 14000 and 4000 expected spikes; five times their square root to either side.
        Assert.InRange(times[1].Length, 13400, 14600);
        Assert.InRange(times[2].Length, 3680, 4320);
    }

    [Fact]
    public void A_Poisson_drive_that_starts_after_the_end_of_the_run_is_an_error()
    {
        var fault = Assert.Throws<ArgumentException>(
            () => DriveSampler.Sample(Poisson with { Start = 60 }, [("L2_pyramidal", 1)], totalGids: 25, trial: 0, stopTime: 50));

        Assert.Contains("'noise' starts at 60 ms, after its end at 50 ms", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bursts_without_jitter_are_pairs_around_evenly_spaced_times()
    {
        var times = DriveSampler.Sample(Bursty, [("L2_pyramidal", 9)], totalGids: 26, trial: 0, stopTime: 300);

        Assert.All(times, cell => Assert.Equal([45.0, 55.0, 145.0, 155.0, 245.0, 255.0], cell));
        Assert.Equal(2, times.Length);
    }

    [Fact]
    public void The_jitter_of_the_start_is_common_to_all_cells_of_a_drive_but_not_to_all_trials()
    {
        var jittered = Bursty with { StartStd = 20 };

        var (first, second) = (Sample(0), Sample(1));

        Assert.Equal(first[0].AsEnumerable(), first[1]);
        Assert.NotEqual(first[0].AsEnumerable(), second[0]);

        ImmutableArray<ImmutableArray<double>> Sample(int trial) => DriveSampler.Sample(jittered, [("L2_pyramidal", 9)], totalGids: 26, trial, stopTime: 300);
    }

    [Fact]
    public void A_spike_train_is_taken_as_it_is()
    {
        var train = new SpikeTrainDrive { Name = "replay", Location = "proximal", SpikeTimes = [[5, 3, 300], []] };

        Assert.Equal(train.SpikeTimes, DriveSampler.Sample(train, [("L2_pyramidal", 9)], totalGids: 26, trial: 4, stopTime: 170));
    }

    [Fact]
    public void A_seed_that_no_generator_has_is_an_error_that_names_it()
    {
        var fault = Assert.Throws<ArgumentException>(
            () => DriveSampler.Sample(Evoked with { EventSeed = -5 }, [("L2_basket", 2)], totalGids: 48, trial: 0, stopTime: 170));

        Assert.Contains("needs the seed -5", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_recorded_drives_give_the_same_bits()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var recorded in ReferenceData.Json("drives/events.json.gz").GetProperty("cases").EnumerateArray())
        {
            var settings = recorded.GetProperty("settings");
            var net = SettingsReplay.Network(settings, file => ParameterFile.Load(ReferenceData.PathOf($"params/{file}")));
            var stopTime = settings.GetProperty("simulate").GetProperty("tstop").AsDouble();
            var expected = recorded.GetProperty("drives").EnumerateObject().ToArray();
            Assert.Equal(expected.Select(drive => drive.Name), net.Drives.Select(drive => drive.Name));
            foreach (var (drive, trials) in net.Drives.Zip(expected, (drive, each) => (drive, each.Value.GetProperty("events").EnumerateArray().Index())))
            {
                foreach (var (trial, events) in trials)
                {
                    var times = DriveSampler.Sample(drive, net.TargetsOf(drive), net.GidCount, trial, stopTime);
                    Assert.True(Cells(events).SequenceEqual(times, SameTimes), $"Case {settings.GetProperty("name")}, drive {drive.Name}, trial {trial} differs.");
                }
            }
        }
    }

    private static ImmutableArray<double>[] Cells(JsonElement events) => [.. events.EnumerateArray().Select(cell => cell.AsDoubles().ToImmutableArray())];
}
