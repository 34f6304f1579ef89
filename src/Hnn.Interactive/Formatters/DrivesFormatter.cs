using Hnn.Core.Drives;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Lists of drives, for example all of a network: one row each.</summary>
internal sealed class DrivesFormatter(FigureDrawing drawing) : ReportFormatter<IEnumerable<Drive>>(drawing, hasPicture: false)
{
    public override Report ReportOf(IEnumerable<Drive> value)
    {
        var drives = value.ToArray();
        return new Report(NumberText.Count(drives.Length, "drive"), TableOf("", drives));
    }

    /// <summary>The drives as a table.</summary>
    public static Table TableOf(string heading, IEnumerable<Drive> drives) => Table.Of(
        heading,
        drives,
        ("drive", drive => drive.Name),
        ("kind", KindOf),
        ("when", TimesOf),
        ("where", drive => drive.Location),
        ("drive cells", drive => NumberText.Whole(drive.GidRange.Count)),
        ("AMPA (µS)", drive => NumberText.Pairs(drive.AmpaWeights)),
        ("NMDA (µS)", drive => NumberText.Pairs(drive.NmdaWeights)));

    /// <summary>The kind of a drive as readers write it.</summary>
    public static string KindOf(Drive drive) => drive.Kind.Replace('_', ' ');

    /// <summary>When a drive spikes, in a few words.</summary>
    public static string TimesOf(Drive drive) => drive switch
    {
        EvokedDrive evoked => $"{NumberText.Spread(evoked.Mu, evoked.Sigma)} ms, {NumberText.Count(evoked.SpikeCount, "spike")}",
        PoissonDrive poisson => $"{RatesOf(poisson)} from {NumberText.Exact(poisson.Start)} ms{EndOf(poisson.Stop)}",
        BurstyDrive bursty => $"bursts of {NumberText.Count(bursty.SpikesPerBurst, "spike")} at {NumberText.Exact(bursty.BurstRate)} Hz from {NumberText.Spread(bursty.Start, bursty.StartStd)} ms{EndOf(bursty.Stop)}",
        SpikeTrainDrive train => $"{NumberText.Count(train.SpikeTimes.Sum(times => times.Length), "given spike")}",
        _ => "",
    };

    private static string RatesOf(PoissonDrive drive) =>
        drive.Rates.Values.Distinct().ToArray() is [var common] ? $"{NumberText.Exact(common)} Hz" : $"{NumberText.Pairs(drive.Rates)} Hz";

    private static string EndOf(double? stop) => stop is { } time ? $" to {NumberText.Exact(time)} ms" : "";
}
