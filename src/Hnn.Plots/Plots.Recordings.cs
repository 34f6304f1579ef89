using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Engine.Runs;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // More names than this do not fit beside a panel.
    private const int MostNames = 12;

    /// <summary>Membrane voltages over time, for example the firing patterns of a few cells.</summary>
    /// <param name="response">The response of a simulation that recorded voltages (<see cref="Core.Simulation.SimulationOptions.Voltages"/>).</param>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    /// <param name="gids">The cells. Default: all that were recorded.</param>
    /// <param name="sections">Names of sections. Default: all that were recorded.</param>
    /// <returns>A figure with one panel: a line for each section of each cell, by its name; if there are more than 12, by the colour of its cell type.</returns>
    /// <exception cref="ArgumentException">There is no such trial, or nothing of that kind was recorded.</exception>
    public static Figure Voltages(CellResponse response, int trial = 0, IEnumerable<int>? gids = null, IEnumerable<string>? sections = null) =>
        RecordingsOf(response, ProbeQuantity.Voltage, new Axis("Membrane voltage", "mV"), trial, gids, sections);

    /// <summary>Calcium concentrations inside sections over time.</summary>
    /// <param name="response">The response of a simulation that recorded calcium (<see cref="Core.Simulation.SimulationOptions.Calcium"/>).</param>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    /// <param name="gids">The cells. Default: all that were recorded.</param>
    /// <param name="sections">Names of sections. Default: all that were recorded.</param>
    /// <returns>A figure with one panel, as that of <see cref="Voltages"/>.</returns>
    /// <exception cref="ArgumentException">There is no such trial, or nothing of that kind was recorded.</exception>
    public static Figure Calcium(CellResponse response, int trial = 0, IEnumerable<int>? gids = null, IEnumerable<string>? sections = null) =>
        RecordingsOf(response, ProbeQuantity.Calcium, new Axis("Calcium", "mM"), trial, gids, sections);

    /// <summary>Currents of synapses over time.</summary>
    /// <param name="response">The response of a simulation that recorded them (<see cref="Core.Simulation.SimulationOptions.SynapticCurrents"/>).</param>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    /// <param name="gids">The cells. Default: all that were recorded.</param>
    /// <param name="sections">Names of sections. Default: all that were recorded.</param>
    /// <returns>A figure with one panel, as that of <see cref="Voltages"/>, with a line for each receptor.</returns>
    /// <exception cref="ArgumentException">There is no such trial, or nothing of that kind was recorded.</exception>
    public static Figure SynapticCurrents(CellResponse response, int trial = 0, IEnumerable<int>? gids = null, IEnumerable<string>? sections = null) =>
        RecordingsOf(response, ProbeQuantity.SynapticCurrent, new Axis("Synaptic current", "nA"), trial, gids, sections);

    private static Figure RecordingsOf(CellResponse response, ProbeQuantity quantity, Axis axis, int trial, IEnumerable<int>? gids, IEnumerable<string>? sections)
    {
        ArgumentNullException.ThrowIfNull(response);
        CheckTrial(trial, response.Trials.Length, nameof(trial));
        var (cells, places) = (gids?.ToHashSet(), sections?.ToHashSet(StringComparer.Ordinal));
        var probes = response.Probes
            .Where(probe => probe.Quantity == quantity && cells?.Contains(probe.Gid) is not false && places?.Contains(probe.Section) is not false).ToArray();
        if (probes.Length == 0)
            throw new ArgumentException($"{axis.Quantity}: nothing was recorded of the cells and sections asked for. Ask for them in the options of the simulation, or choose others.", nameof(response));

        var panel = new Panel
        {
            X = TimeAxis,
            Y = axis,
            Traces = [.. probes.Length <= MostNames ? EachByName(response, probes, trial) : EachByType(response, probes, trial)],
        };
        return new Figure { Panels = [panel] };
    }

    // The colours of the types tell lines apart only if there is one line of each.
    private static IEnumerable<LineTrace> EachByName(CellResponse response, Probe[] probes, int trial)
    {
        var populations = PopulationsOf(response);
        var areOfOneTypeEach = probes.DistinctBy(probe => TypeOf(response, probe.Gid)).Count() == probes.Length;
        return probes.Select((probe, index) => Line(NameOf(response, probe), response.Times, ValuesOf(response, probe, trial), index))
            .Select((line, index) => areOfOneTypeEach
                ? line with { Color = Palette.Population(TypeOf(response, probes[index].Gid), populations), Style = LineStyle.Solid, Width = UsualWidth }
                : line);
    }

    private static IEnumerable<LineTrace> EachByType(CellResponse response, Probe[] probes, int trial)
    {
        var (populations, named) = (PopulationsOf(response), new HashSet<string>(StringComparer.Ordinal));
        return probes.Select(probe => (Probe: probe, Type: TypeOf(response, probe.Gid))).Select(each => new LineTrace
        {
            Name = each.Type,
            Color = Palette.Population(each.Type, populations),
            Opacity = 0.7,
            Width = 1.5,
            IsInLegend = named.Add(each.Type),
            X = response.Times,
            Y = ValuesOf(response, each.Probe, trial),
        });
    }

    private static string NameOf(CellResponse response, Probe probe) =>
        $"{TypeOf(response, probe.Gid)} {probe.Gid} {probe.Section} {probe.Receptor}".Trim();

    private static string TypeOf(CellResponse response, int gid) => response.GidRanges.First(range => range.Value.Contains(gid)).Key;

    private static ImmutableArray<double> ValuesOf(CellResponse response, Probe probe, int trial) => probe.Quantity switch
    {
        ProbeQuantity.Voltage => response.Voltage(trial, probe.Gid, probe.Section),
        ProbeQuantity.Calcium => response.Calcium(trial, probe.Gid, probe.Section),
        _ => response.SynapticCurrent(trial, probe.Gid, probe.Section, probe.Receptor!),
    };
}
