using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Simulation;

/// <summary>Turns what the options ask to record into the engine's probes: voltages, then currents, then calcium; each in the order of gids and sections.</summary>
internal static class ProbeList
{
    private const string CalciumPool = "cad";

    /// <exception cref="ArgumentException">A chosen place does not exist or has nothing of the kind.</exception>
    public static ImmutableArray<Probe> For(SimulationOptions options, NetworkDescription network) =>
    [
        .. ProbesAt(options.Voltages, network, (gid, section) => [new(ProbeQuantity.Voltage, gid, section.Name)]),
        .. ProbesAt(options.SynapticCurrents, network, (gid, section) => section.Receptors.Select(receptor => new Probe(ProbeQuantity.SynapticCurrent, gid, section.Name, receptor))),
        .. ProbesAt(options.Calcium, network, (gid, section) => section.Mechanisms.ContainsKey(CalciumPool) ? [new(ProbeQuantity.Calcium, gid, section.Name)] : []),
    ];

    private static IEnumerable<Probe> ProbesAt(Record record, NetworkDescription network, Func<int, Section, IEnumerable<Probe>> probes)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record == Record.None)
            return [];
        return record == Record.All || record == Record.Soma
            ? Everywhere(network).Where(place => record == Record.All || place.Section.Name == "soma").SelectMany(place => probes(place.Gid, place.Section))
            : record.Places.SelectMany(place => NotEmpty(place, probes(place.Gid, Find(network, place))));
    }

    private static IEnumerable<(int Gid, Section Section)> Everywhere(NetworkDescription network) =>
        from population in network.Populations
        from gid in Enumerable.Range(population.FirstGid, population.Count)
        from section in population.Cell.Sections
        select (gid, section);

    private static Section Find(NetworkDescription network, (int Gid, string Section) place)
    {
        var population = network.Populations.FirstOrDefault(p => place.Gid >= p.FirstGid && place.Gid < p.FirstGid + p.Count)
            ?? throw new ArgumentException($"Gid {place.Gid} cannot be recorded. The network's cells are 0 to {network.CellCount - 1}. Choose one of these.");
        return population.Cell.Sections.FirstOrDefault(section => section.Name == place.Section)
            ?? throw new ArgumentException($"Section '{place.Section}' of gid {place.Gid} cannot be recorded. A cell of {population.Name} has only {string.Join(", ", population.Cell.Sections.Select(s => s.Name))}. Choose one of these.");
    }

    private static ImmutableArray<Probe> NotEmpty((int Gid, string Section) place, IEnumerable<Probe> probes)
    {
        var all = probes.ToImmutableArray();
        return all.Length > 0
            ? all
            : throw new ArgumentException($"There is nothing to record at section '{place.Section}' of gid {place.Gid}. It has no synapse, or no calcium pool. Choose a section that has one.");
    }
}
