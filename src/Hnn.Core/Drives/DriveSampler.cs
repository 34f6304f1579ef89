using System.Collections.Immutable;
using Hnn.Core.Randomness;

namespace Hnn.Core.Drives;

/// <summary>Draws the spike times of a drive's cells. The same drive, trial and network size give the same times on every machine.</summary>
public static class DriveSampler
{
    /// <summary>Draws the spike times of one trial.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="targets">The drive's target cell types with their numbers of cells, in the network's order.</param>
    /// <param name="totalGids">Number of all cells and all drive cells of the network; each trial moves the seeds on by so much.</param>
    /// <param name="trial">Index of the trial, from 0.</param>
    /// <param name="stopTime">End of the run in ms; where the drive has no stop time of its own, this is it.</param>
    /// <returns>Ascending times in ms, above 0 and at most <paramref name="stopTime"/>; the times of a spike train as they are. Shape: [drive cell][spike].</returns>
    /// <exception cref="ArgumentException">A seed is negative or above 2^32 - 1, or a Poisson drive stops before it starts.</exception>
    /// <remarks>
    /// Drive cell k of a trial has the seed <c>EventSeed + trial * totalGids + k</c>. So drives with equal seeds share events, and
    /// another drive in the network changes the later trials of this one, as in hnn-core 0.6.
    /// </remarks>
    public static ImmutableArray<ImmutableArray<double>> Sample(
        Drive drive, IReadOnlyList<(string CellType, int Count)> targets, int totalGids, int trial, double stopTime)
    {
        if (drive is SpikeTrainDrive train)
            return train.SpikeTimes;

        var seed = drive.EventSeed + (long)trial * totalGids;
        var cellTypes = TargetOfEachCell(drive, targets);
        var start = drive is BurstyDrive bursty ? FirstBurst(bursty, seed) : 0;
        var times = ImmutableArray.CreateBuilder<ImmutableArray<double>>(cellTypes.Length);
        for (var cell = 0; cell < cellTypes.Length; cell++)
        {
            var random = Generator(drive, seed + cell);
            var drawn = drive switch
            {
                EvokedDrive evoked => Volley(evoked, random),
                PoissonDrive poisson => Intervals(poisson, cellTypes[cell], stopTime, random),
                BurstyDrive rhythm => Bursts(rhythm, start, stopTime, random),
                _ => throw new ArgumentException($"Drive '{drive.Name}' is of the unknown kind {drive.GetType().Name}.", nameof(drive)),
            };
            times.Add([.. drawn.Where(time => time > 0 && time <= stopTime).Order()]);
        }
        return times.MoveToImmutable();
    }

    // The target type of each drive cell; null where a drive cell projects to all types.
    private static string?[] TargetOfEachCell(Drive drive, IReadOnlyList<(string CellType, int Count)> targets) =>
        drive.CellSpecific
            ? [.. targets.SelectMany(target => Enumerable.Repeat(target.CellType, target.Count))]
            : new string?[drive.CellCount ?? targets.Sum(target => target.Count)];

    private static NumPyLegacyRandom Generator(Drive drive, long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
        {
            throw new ArgumentException(
                $"Drive '{drive.Name}' needs the seed {seed} in this trial, but seeds lie in 0 … {uint.MaxValue}. "
                + $"Give it another {nameof(Drive.EventSeed)}.", nameof(drive));
        }
        return new NumPyLegacyRandom((uint)seed);
    }

    private static IEnumerable<double> Volley(EvokedDrive drive, NumPyLegacyRandom random)
    {
        for (var spike = 0; spike < drive.SpikeCount; spike++)
            yield return random.Normal(drive.Mu, drive.Sigma);
    }

    private static IEnumerable<double> Intervals(PoissonDrive drive, string? cellType, double stopTime, NumPyLegacyRandom random)
    {
        var stop = drive.Stop ?? stopTime;
        if (stop < drive.Start)
        {
            throw new ArgumentException(
                $"Poisson drive '{drive.Name}' starts at {drive.Start} ms, after its end at {stop} ms. "
                + $"Start it earlier, or simulate longer.", nameof(drive));
        }
        if (!TryRate(drive, cellType, out var rate))
            yield break;
        for (var time = drive.Start; time < stop;)
        {
            time += random.Exponential(1.0 / rate) * 1000.0;
            if (time < stop)
                yield return time;
        }
    }

    // Drive cells of a type without a rate stay silent; a drive cell of all types has the common rate.
    private static bool TryRate(PoissonDrive drive, string? cellType, out double rate)
    {
        if (cellType is not null)
            return drive.Rates.TryGetValue(cellType, out rate);
        rate = drive.Rates.Values.First();
        return true;
    }

    // The jitter of the start is drawn from the trial's own seed, so all cells of the drive share it.
    private static double FirstBurst(BurstyDrive drive, long seed) =>
        drive.StartStd > 0 ? Generator(drive, seed).Normal(drive.Start, drive.StartStd) : drive.Start;

    // Burst means lie at evenly spaced times, each computed from the first as NumPy's arange does.
    private static List<double> Bursts(BurstyDrive drive, double start, double stopTime, NumPyLegacyRandom random)
    {
        var period = 1000.0 / drive.BurstRate;
        var count = (int)Math.Max(0, Math.Ceiling(((drive.Stop ?? stopTime) - start) / period));
        var spacing = start + period - start;
        var times = new List<double>();
        for (var burst = 0; burst < count; burst++)
        {
            var centre = random.Normal(start + burst * spacing, drive.BurstStd);
            for (var spike = 0; spike < drive.SpikesPerBurst; spike++)
                times.Add(centre + drive.SpikeInterval * (spike - (drive.SpikesPerBurst - 1) / 2.0));
        }
        return times;
    }
}
