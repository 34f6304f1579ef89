using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Engine.Cells;
using Hnn.Engine.Runs;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // Dendrites of the column's cells reach 340 µm to the sides: nearer cells could not be told apart.
    private const double NearestDrawn = 300;

    // In ms. Sample times are sums of steps; their rounding must not cost the sample that was asked for.
    private const double TimeRounding = 1e-6;

    private static ColorScale VoltageScale => new(new Axis("Voltage", "mV"), Colormap.Viridis, -100, 50);

    /// <summary>A network at work: all cells in space with their whole shapes, each section coloured by its voltage, as a film.</summary>
    /// <param name="net">The network that was simulated.</param>
    /// <param name="response">What its cells did, with the voltages of all sections.</param>
    /// <param name="trial">Index of the trial. Default: 0.</param>
    /// <param name="frames">Number of frames, evenly spread over the time shown. At least 1; no more are made than there are samples. Default: 120.</param>
    /// <param name="start">Time of the first frame in ms. Default: the first sample.</param>
    /// <param name="stop">Time of the last frame in ms, after <paramref name="start"/>. Default: the last sample.</param>
    /// <param name="colors">Which voltage in mV has which colour. Default: viridis from -100 to 50, as in hnn-core 0.6.</param>
    /// <returns>A figure with one panel, a trace for each cell type and a frame for each time. Voltages are rounded to 0.1 mV. Cells nearer to
    /// each other than 300 µm are drawn that far apart, which the panel's title then says. Times are rounded to 0.1 ms where that leaves them apart; the frame with the highest mean voltage is shown first.</returns>
    /// <exception cref="ArgumentException">Voltages were not recorded in all sections, the network is not the one that was simulated, or an argument is out of its range.</exception>
    /// <example><c>Plots.NetworkView(net, net.Simulate(SimulationOptions.Default with { Voltages = Record.All }).CellResponse)</c></example>
    public static Figure NetworkView(
        Network net, CellResponse response, int trial = 0, int frames = 120, double? start = null, double? stop = null, ColorScale? colors = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        CheckVoltages(net, response, trial);
        var samples = SamplesBetween(response.Times, start ?? response.Times[0], stop ?? response.Times[^1], frames);
        var spread = Math.Max(1, NearestDrawn / NearestDistance(net));
        var panel = new Panel
        {
            Title = spread > 1 ? string.Create(CultureInfo.InvariantCulture, $"Cells drawn {NearestDrawn} µm apart") : "",
            X = XAxis,
            Y = YAxis,
            Z = ZAxis,
            HasEqualScales = true,
            Area = TallArea,
            Traces =
            [
                .. net.CellTypes.Select(type => CellLines(net, type, spread) with
                {
                    Coloring = new Coloring(colors ?? VoltageScale, VoltagesOf(net, type, response, trial, samples)),
                }),
            ],
        };
        return new Figure
        {
            Panels = [panel],
            Frames = new FrameSeries { Axis = TimeAxis, At = RoundTimes([.. samples.Select(sample => response.Times[sample])]), Shown = MostActive(panel, samples.Length) },
        };
    }

    // To 0.1 ms, unless that would make neighbours equal.
    private static ImmutableArray<double> RoundTimes(ImmutableArray<double> times)
    {
        ImmutableArray<double> rounded = [.. times.Select(time => Math.Round(time, 1))];
        return rounded.Distinct().Count() == times.Length ? rounded : times;
    }

    private static int MostActive(Panel panel, int frames) => Enumerable.Range(0, frames)
        .MaxBy(frame => panel.Traces.OfType<LineTrace>().Sum(cells => cells.Coloring!.In(frame).Sum()));

    private static void CheckVoltages(Network net, CellResponse response, int trial)
    {
        if (trial < 0 || trial >= response.Trials.Length)
            throw new ArgumentException($"There is no trial {trial}. The response has {response.Trials.Length}, counted from 0. Choose one of these.", nameof(trial));
        if (net.CellTypes.FirstOrDefault(type => !response.GidRanges.TryGetValue(type.Name, out var range) || range != net.GidRanges[type.Name]) is { } stranger)
            throw new ArgumentException($"The response is not of this network: the gids of '{stranger.Name}' differ. Pass the network that was simulated.", nameof(net));

        var recorded = response.Probes.Where(probe => probe.Quantity == ProbeQuantity.Voltage).Select(probe => (probe.Gid, probe.Section)).ToHashSet();
        var missing = net.CellTypes.SelectMany(type => PlacesOf(net, type)).Where(place => !recorded.Contains(place)).Take(1).ToArray();
        if (missing is [var (gid, section)])
        {
            throw new ArgumentException(
                $"The voltage of gid {gid}, section '{section}', was not recorded, and the view colours every section by its voltage. Simulate with "
                + $"{nameof(SimulationOptions)}.{nameof(SimulationOptions.Default)} with {{ {nameof(SimulationOptions.Voltages)} = {nameof(Record)}.{nameof(Record.All)} }}.",
                nameof(response));
        }
    }

    private static IEnumerable<(int Gid, string Section)> PlacesOf(Network net, CellType type) =>
        net.GidRanges[type.Name].Gids.SelectMany(gid => type.Cell.Sections.Select(section => (gid, section.Name)));

    // Indexes of samples, evenly spread, no more than there are.
    private static int[] SamplesBetween(ImmutableArray<double> times, double start, double stop, int frames)
    {
        var within = Enumerable.Range(0, times.Length).Where(sample => times[sample] >= start - TimeRounding && times[sample] <= stop + TimeRounding).ToArray();
        if (within.Length == 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"There is no sample from {start} to {stop} ms. Voltages were recorded from {times[0]} to {times[^1]} ms. Choose times within these."), nameof(start));
        }

        var count = Math.Min(frames, within.Length);
        return [.. Enumerable.Range(0, count).Select(frame => within[(int)Math.Round(frame * (within.Length - 1.0) / Math.Max(1, count - 1))])];
    }

    // The least distance in the plane of two cells of one type that do not stand above each other; infinite if there are none.
    private static double NearestDistance(Network net) => net.CellTypes.Select(type => net.Positions[type.Name])
        .SelectMany(places => places.SelectMany((one, index) => places.Skip(index + 1).Select(other => Math.Sqrt(Square(one.X - other.X) + Square(one.Y - other.Y)))))
        .Where(distance => distance > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static double Square(double value) => value * value;

    // Each section from end to end, then a gap: three points.
    private static LineTrace CellLines(Network net, CellType type, double spread)
    {
        var gap = new Point3(double.NaN, double.NaN, double.NaN);
        Point3[] points =
        [
            .. from place in net.Positions[type.Name]
               let soma = new Point3(spread * place.X, spread * place.Y, place.Z)
               from section in type.Cell.Sections
               from end in new[] { section.EndPoints.Start, section.EndPoints.End, gap }
               select soma + end - type.Cell.Position,
        ];
        return new LineTrace
        {
            Name = type.Name,
            Color = Palette.Population(type.Name, net.GidRanges.Keys),
            Width = type.Cell.Sections.Length == 1 ? 6 : 2,
            X = [.. points.Select(point => point.X)],
            Y = [.. points.Select(point => point.Y)],
            Z = [.. points.Select(point => point.Z)],
        };
    }

    private static ImmutableArray<ImmutableArray<double>> VoltagesOf(Network net, CellType type, CellResponse response, int trial, int[] samples)
    {
        var traces = PlacesOf(net, type).Select(place => response.Voltage(trial, place.Gid, place.Section)).ToArray();
        return [.. samples.Select(sample => traces.SelectMany(trace => Enumerable.Repeat(Math.Round(trace[sample], 1), 3)).ToImmutableArray())];
    }
}
