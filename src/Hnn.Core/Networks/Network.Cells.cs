using System.Collections.Immutable;
using Hnn.Core.Cells;
using Hnn.Core.Drives;
using Hnn.Engine.Cells;
using Hnn.Engine.Mechanisms;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Changes a section of all cells of a type. What is not given stays as it is.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="section">Name of the section.</param>
    /// <param name="length">Length in µm. Positive.</param>
    /// <param name="diameter">Diameter in µm. Positive.</param>
    /// <param name="capacitance">Membrane capacitance in µF/cm². Positive.</param>
    /// <param name="axialResistivity">Axial resistivity in Ω·cm. Positive.</param>
    /// <param name="initialVoltage">Voltage at the start in mV.</param>
    /// <param name="freeze">Keeps the number of segments and the distance-dependent densities of all sections as they are, as hnn-core 0.6 does,
    /// instead of computing them from the new lengths. Default: false.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type or section.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public void ModifySection(
        string cellType, string section, double? length = null, double? diameter = null, double? capacitance = null,
        double? axialResistivity = null, double? initialVoltage = null, bool freeze = false)
    {
        Require.Positive(length ?? 1, "µm", nameof(length));
        Require.Positive(diameter ?? 1, "µm", nameof(diameter));
        Require.Positive(capacitance ?? 1, "µF/cm²", nameof(capacitance));
        Require.Positive(axialResistivity ?? 1, "Ω·cm", nameof(axialResistivity));
        Require.Finite(initialVoltage ?? 0, nameof(initialVoltage));
        ChangeCell(cellType, cell => (freeze ? cell.Frozen() : cell).With(section, old => old with
        {
            Length = length ?? old.Length,
            Diameter = diameter ?? old.Diameter,
            Capacitance = capacitance ?? old.Capacitance,
            AxialResistivity = axialResistivity ?? old.AxialResistivity,
            InitialVoltage = initialVoltage ?? old.InitialVoltage,
        }).Reshaped());
    }

    /// <summary>Sets a parameter of a mechanism in some sections of all cells of a type; adds the mechanism where it is missing.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="sections">Names of the sections.</param>
    /// <param name="mechanism">Name of the mechanism, for example <c>hh2</c>.</param>
    /// <param name="parameter">Name of its parameter, for example <c>gnabar</c>.</param>
    /// <param name="value">A number, or a function of the distance to the soma, in the parameter's unit.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type or section.</exception>
    /// <exception cref="ArgumentException">There is no such mechanism or parameter.</exception>
    public void SetMechanism(string cellType, IEnumerable<string> sections, string mechanism, string parameter, DensityProfile value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Refusal.IfAny(CellChecks.OfMechanism(mechanism, [parameter], cellType), nameof(mechanism));
        ChangeSections(cellType, sections, section => section.WithDensity(mechanism, parameter, value));
    }

    /// <summary>Removes a mechanism from some sections of all cells of a type.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="sections">Names of the sections.</param>
    /// <param name="mechanism">Name of the mechanism, for example <c>ca</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type or section.</exception>
    /// <exception cref="ArgumentException">One of the sections does not have the mechanism.</exception>
    public void RemoveMechanism(string cellType, IEnumerable<string> sections, string mechanism) =>
        ChangeSections(cellType, sections, section => section.Mechanisms.ContainsKey(mechanism)
            ? section.WithoutMechanism(mechanism)
            : throw Refusal.Of(
                nameof(mechanism), $"The section '{section.Name}' of '{cellType}' has no mechanism '{mechanism}'.",
                $"It has {string.Join(", ", section.Mechanisms.Keys)}.", "Name one of these."));

    /// <summary>Sets a parameter of a receptor's synapse in all cells of a type.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="receptor">Name of the receptor, for example <c>gabab</c>.</param>
    /// <param name="parameter">Name of the parameter as network files write it, for example <c>tau1</c>.</param>
    /// <param name="value">Its value, in the parameter's unit. Finite.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type.</exception>
    /// <exception cref="ArgumentException">The cells have no such receptor, its synapse no such parameter, or the value is not finite.</exception>
    public void SetSynapse(string cellType, string receptor, string parameter, double value) =>
        ReplaceSynapse(cellType, receptor, SynapseOf(cellType, receptor).With(parameter, value));

    /// <summary>Gives a receptor of all cells of a type another synapse, perhaps of another model.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="receptor">Name of the receptor, for example <c>nmda</c>.</param>
    /// <param name="synapse">The synapse.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type.</exception>
    /// <exception cref="ArgumentException">The cells have no such receptor.</exception>
    public void ReplaceSynapse(string cellType, string receptor, Synapse synapse)
    {
        ArgumentNullException.ThrowIfNull(synapse);
        _ = SynapseOf(cellType, receptor);
        ChangeCell(cellType, cell => cell with { Synapses = cell.Synapses.SetItem(receptor, synapse) });
    }

    /// <summary>Changes the template of all cells of a type. What connections, biases and recordings need of it is checked by <see cref="Describe"/>.</summary>
    /// <param name="cellType">Name of the cell type.</param>
    /// <param name="change">From the template as it is to the template as it shall be.</param>
    /// <exception cref="KeyNotFoundException">There is no such cell type.</exception>
    public void ChangeCell(string cellType, Func<CellTemplate, CellTemplate> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var type = CellTypes[cellType];
        CellTypes.Replace(cellType, type with { Cell = change(type.Cell) });
    }

    /// <summary>Gives a cell type another name everywhere: cells, connections, drives and biases.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="newName">The name it shall have; no other population or drive may have it.</param>
    /// <exception cref="KeyNotFoundException">There is no cell type of that name.</exception>
    /// <exception cref="ArgumentException">The new name is empty or taken.</exception>
    public void RenameCellType(string name, string newName)
    {
        var type = CellTypes[name];
        Refusal.IfAny(NameProblems(newName), nameof(newName));
        CellTypes.Replace(name, type with { Name = newName });
        _cellPositions = _cellPositions.Remove(name).Add(newName, _cellPositions[name]);
        foreach (var connection in _connections)
        {
            connection.SourceType = connection.SourceType == name ? newName : connection.SourceType;
            connection.TargetType = connection.TargetType == name ? newName : connection.TargetType;
        }
        for (var i = 0; i < Drives.Count; i++)
            Drives.Replace(i, Renamed(Drives[i], name, newName));
        for (var i = 0; i < _biases.Count; i++)
            _biases[i] = _biases[i].CellType == name ? _biases[i] with { CellType = newName } : _biases[i];
    }

    private static Drive Renamed(Drive drive, string name, string newName)
    {
        ImmutableSortedDictionary<string, double> In(ImmutableSortedDictionary<string, double> values) =>
            values.TryGetValue(name, out var value) ? values.Remove(name).Add(newName, value) : values;

        var renamed = drive with
        {
            AmpaWeights = In(drive.AmpaWeights),
            NmdaWeights = In(drive.NmdaWeights),
            Delays = In(drive.Delays),
            Probabilities = In(drive.Probabilities),
            TargetTypes = [.. drive.TargetTypes.Select(type => type == name ? newName : type)],
        };
        return renamed is PoissonDrive poisson ? poisson with { Rates = In(poisson.Rates) } : renamed;
    }

    private Synapse SynapseOf(string cellType, string receptor)
    {
        var synapses = CellTypes[cellType].Cell.Synapses;
        return synapses.GetValueOrDefault(receptor) ?? throw Refusal.Of(
            nameof(receptor), $"The cells '{cellType}' have no receptor '{receptor}'.", $"They have {string.Join(", ", synapses.Keys)}.", "Name one of these.");
    }

    private void ChangeSections(string cellType, IEnumerable<string> sections, Func<Section, Section> change)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ChangeCell(cellType, cell => sections.Aggregate(cell, (changed, section) => changed.With(section, change)));
    }
}
