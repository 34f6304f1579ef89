using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // Points of a distribution, from the first mean to the last and some deviations beyond: evenly spaced, and close around each mean.
    private const int EvenPoints = 400;
    private const int DeviationsShown = 4;
    private const int PointsPerDeviation = 6;

    // Marks stand below the rates, by this part of the highest.
    private const double MarkDepth = -0.06;

    // Of a drive without an end, so many ms are shown at least.
    private const double LeastShown = 50;

    /// <summary>When the drives of a network are expected to spike, each with its colour; drives that reach the same place share a panel.</summary>
    /// <param name="net">The network.</param>
    /// <param name="stopTime">End of the time axis and of drives without a stop time of their own, in ms. Positive. Default: 170, or later if a drive needs it.</param>
    /// <returns>A figure with a panel for each place, for example <c>distal</c> above <c>proximal</c>: the expected rate of one drive cell in Hz.
    /// Spikes at fixed times, as those of a spike train, are marks below zero.</returns>
    /// <exception cref="ArgumentException">The network has no drives, or the time is not positive.</exception>
    /// <remarks>The rates are those the drives' parameters say, over all trials; single trials are drawn from them.</remarks>
    public static Figure DriveTimes(Network net, double? stopTime = null)
    {
        CheckDrives(net);
        var end = EndOf(net.Drives, stopTime);
        var places = net.Drives.GroupBy(drive => drive.Location).OrderBy(place => place.Key, StringComparer.Ordinal);
        return Figure.Rows([.. places.Select(place => new Figure { Panels = [DrivesAt(place.Key, place, drive => Palette.Population(drive.Name, net.GidRanges.Keys), end)] })]).WithSharedX();
    }

    /// <summary>When one drive is expected to spike.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="stopTime">End of the time axis and of a drive without a stop time of its own, in ms. Positive. Default: 170, or later if the drive needs it.</param>
    /// <returns>A figure with one panel: that of <see cref="DriveTimes(Network, double?)"/> with this drive alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public static Figure DriveTimes(Drive drive, double? stopTime = null)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return new Figure { Panels = [DrivesAt(drive.Location, [drive], _ => Palette.Population(drive.Name, [drive.Name]), EndOf([drive], stopTime))] };
    }

    // The asked one, or else what it takes to see all drives.
    private static double EndOf(IEnumerable<Drive> drives, double? stopTime)
    {
        var end = stopTime ?? drives.Select(EndOf).Append(SimulationOptions.Default.StopTime).Max();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(end, nameof(stopTime));
        return end;
    }

    private static double EndOf(Drive drive) => drive switch
    {
        EvokedDrive evoked => evoked.Mu + (DeviationsShown * evoked.Sigma),
        BurstyDrive bursty => bursty.Stop ?? bursty.Start + LeastShown,
        PoissonDrive poisson => poisson.Stop ?? poisson.Start + LeastShown,
        SpikeTrainDrive train => train.SpikeTimes.SelectMany(times => times).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static Panel DrivesAt(string place, IEnumerable<Drive> drives, Func<Drive, Color> colorOf, double stopTime)
    {
        var traces = drives.SelectMany(drive => TracesOf(drive, stopTime, colorOf(drive))).ToArray();
        var (rates, hasMarks) = (traces.OfType<LineTrace>().ToArray(), traces.Any(trace => trace is PointTrace));
        var highest = rates.SelectMany(line => line.Y).DefaultIfEmpty(1).Max();
        var hasRates = rates.Length > 0;
        return new Panel
        {
            Area = new Area(0, 0, 1, hasRates ? 1 : 0.5),
            Title = $"Drives, {place}",
            X = TimeAxis with { Min = 0, Max = stopTime },
            Y = hasRates
                ? new Axis("Rate per drive cell", "Hz") { Min = hasMarks ? 2 * MarkDepth * highest : null }
                : new Axis("") { Min = 2 * MarkDepth, Max = 0, Ticks = [new Tick(MarkDepth, "Spikes")] },
            Traces = [.. traces.Select(trace => trace is PointTrace marks ? marks with { Y = [.. marks.X.Select(_ => MarkDepth * highest)] } : trace)],
        };
    }

    private static IEnumerable<Trace> TracesOf(Drive drive, double stopTime, Color color) => drive switch
    {
        EvokedDrive evoked => OfVolleys(drive, [evoked.Mu], evoked.Sigma, evoked.SpikeCount, stopTime, color),
        BurstyDrive bursty => OfVolleys(drive, SpikeMeans(bursty, stopTime), Math.Sqrt(Square(bursty.BurstStd) + Square(bursty.StartStd)), 1, stopTime, color),
        PoissonDrive poisson => OfRates(poisson, stopTime, color),
        SpikeTrainDrive train => [Marks(drive, train.SpikeTimes.SelectMany(times => times), stopTime, color)],
        _ => throw new ArgumentException($"Drive '{drive.Name}' is of the unknown kind '{drive.Kind}'.", nameof(drive)),
    };

    // The mean time of each spike of each burst, as the drive's sampler has it.
    private static IEnumerable<double> SpikeMeans(BurstyDrive drive, double stopTime)
    {
        var period = 1000 / drive.BurstRate;
        for (var burst = drive.Start; burst < (drive.Stop ?? stopTime); burst += period)
        {
            for (var spike = 0; spike < drive.SpikesPerBurst; spike++)
                yield return burst + (drive.SpikeInterval * (spike - ((drive.SpikesPerBurst - 1) / 2.0)));
        }
    }

    private static Trace[] OfVolleys(Drive drive, IEnumerable<double> means, double deviation, int spikes, double stopTime, Color color)
    {
        var all = means.ToArray();
        if (deviation == 0)
            return [Marks(drive, all, stopTime, color)];
        if (all.Length == 0)
            return Shaded(drive.Name, color, LineStyle.Solid, [], []);

        var near = Enumerable.Range(-DeviationsShown * PointsPerDeviation, (2 * DeviationsShown * PointsPerDeviation) + 1).Select(step => step * deviation / PointsPerDeviation).ToArray();
        var (first, last) = (Math.Max(0, all.Min() + near[0]), Math.Min(stopTime, all.Max() + near[^1]));
        ImmutableArray<double> times =
        [
            .. Enumerable.Range(0, EvenPoints + 1).Select(point => point * stopTime / EvenPoints).Concat(all.SelectMany(mean => near.Select(offset => mean + offset)))
                .Append(first).Append(last).Where(time => time >= first && time <= last).Distinct().Order(),
        ];
        return Shaded(drive.Name, color, LineStyle.Solid, times, [.. times.Select(time => 1000 * spikes * all.Sum(mean => Normal(time, mean, deviation)))]);
    }

    private static IEnumerable<Trace> OfRates(PoissonDrive drive, double stopTime, Color color)
    {
        var stop = Math.Max(drive.Start, Math.Min(drive.Stop ?? stopTime, stopTime));
        var rates = drive.Rates.GroupBy(rate => rate.Value, rate => rate.Key).ToArray();
        return rates.SelectMany((rate, index) => Shaded(
            rates.Length == 1 ? drive.Name : $"{drive.Name}, {string.Join(", ", rate)}", color, (LineStyle)(index % 3),
            [drive.Start, drive.Start, stop, stop], [0, rate.Key, rate.Key, 0]));
    }

    private static PointTrace Marks(Drive drive, IEnumerable<double> times, double stopTime, Color color)
    {
        ImmutableArray<double> shown = [.. times.Where(time => time >= 0 && time <= stopTime).Order()];
        return new PointTrace { Name = drive.Name, Color = color, X = shown, Y = [.. shown.Select(_ => 0.0)], Marker = Marker.Bar, Size = 16 };
    }

    private static Trace[] Shaded(string name, Color color, LineStyle style, ImmutableArray<double> times, ImmutableArray<double> rates) =>
    [
        new BandTrace { Name = name, Color = color, Opacity = 0.2, IsInLegend = false, X = times, Lower = [.. times.Select(_ => 0.0)], Upper = rates },
        new LineTrace { Name = name, Color = color, Style = style, X = times, Y = rates },
    ];

    private static double Normal(double value, double mean, double deviation) =>
        Math.Exp(-Square((value - mean) / deviation) / 2) / (deviation * Math.Sqrt(2 * Math.PI));
}
