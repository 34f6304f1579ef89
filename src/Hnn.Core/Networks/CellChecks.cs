using System.Collections.Immutable;
using Hnn.Core.Cells;
using Hnn.Engine.Cells;
using Hnn.Engine.Mechanisms;

namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a cell type: its tree, sections, mechanisms, synapses, locations and places.</summary>
internal static class CellChecks
{
    public static IEnumerable<NetworkProblem> Of(CellType type, ImmutableArray<Point3> positions)
    {
        var tree = OfTree(type).ToList();
        return
        [
            .. OfPlaces(type, positions),
            .. tree,
            .. OfAxis(type),
            .. type.Cell.Sections.SelectMany(section => OfSection(type, section).Concat(tree.Count == 0 ? OfDensities(type, section) : [])),
            .. OfLocations(type),
            .. OfSynapses(type),
        ];
    }

    /// <summary>Mechanisms and parameters the engine does not know.</summary>
    public static IEnumerable<NetworkProblem> OfMechanism(string mechanism, IEnumerable<string> parameters, string owner)
    {
        if (!MechanismLibrary.TryGet(mechanism, out var known))
        {
            yield return new(
                $"'{owner}' asks for the mechanism '{mechanism}'.", $"Known are {string.Join(", ", MechanismLibrary.All.Select(each => each.Name))}.", "Name one of these.");
            yield break;
        }
        foreach (var parameter in parameters.Where(parameter => known.Parameters.All(each => each.Name != parameter)))
        {
            yield return new(
                $"'{owner}' sets the parameter '{parameter}' of the mechanism '{mechanism}'.",
                $"It has {string.Join(", ", known.Parameters.Select(each => each.Name))}.", "Name one of these.");
        }
    }

    private static IEnumerable<NetworkProblem> OfPlaces(CellType type, ImmutableArray<Point3> positions)
    {
        if (positions.Any(position => !double.IsFinite(position.Length)))
            yield return new($"A cell of '{type.Name}' has a coordinate that is not finite.", "Positions are in µm.", "Give finite numbers.");
    }

    private static IEnumerable<NetworkProblem> OfTree(CellType type)
    {
        var cell = type.Cell;
        var names = cell.Sections.Select(section => section.Name).ToList();
        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return new($"'{type.Name}' has several sections '{name}'.", "Sections are told apart by their names.", "Rename all but one of them.");
        if (!names.Contains("soma"))
        {
            yield return new($"'{type.Name}' has no section 'soma'.", $"It has {string.Join(", ", names)}; spikes are seen at the soma.", "Add a section 'soma'.");
            yield break;
        }
        foreach (var joint in cell.Joints)
        {
            if (!names.Contains(joint.Parent) || !names.Contains(joint.Child) || joint.ParentEnd is not (0 or 1))
            {
                yield return new(
                    $"'{type.Name}' joins '{joint.Child}' to the end {joint.ParentEnd} of '{joint.Parent}'.",
                    $"Its sections are {string.Join(", ", names)}, each with the ends 0 and 1.", "Name two of these and one end.");
            }
        }
        foreach (var name in names.Distinct().Where(name => cell.Joints.Count(joint => joint.Child == name) != (name == "soma" ? 0 : 1)))
        {
            yield return new(
                $"'{type.Name}' has {cell.Joints.Count(joint => joint.Child == name)} joints for the section '{name}'.",
                "Every section but the soma is joined to one parent.", "Add the joint, or leave one.");
        }
        if (cell.Joints.All(joint => names.Contains(joint.Parent) && names.Contains(joint.Child)))
        {
            foreach (var name in names.Distinct().Where(name => double.IsNaN(cell.PathDistance(name))))
                yield return new($"The section '{name}' of '{type.Name}' is not joined to the soma.", "A cell is one tree that starts at the soma.", "Join it, or leave it out.");
        }
    }

    private static IEnumerable<NetworkProblem> OfAxis(CellType type)
    {
        if (type.ContributesToDipole && type.Cell.Sections.All(section => section.Name != type.Cell.DipoleAxis))
        {
            yield return new(
                $"The dipole of '{type.Name}' is measured along the section '{type.Cell.DipoleAxis}'.",
                $"The cell has {string.Join(", ", type.Cell.Sections.Select(section => section.Name))}.",
                $"Name one of these as {nameof(CellTemplate.DipoleAxis)}, or set {nameof(CellType.ContributesToDipole)} to false.");
        }
    }

    private static IEnumerable<NetworkProblem> OfSection(CellType type, Section section)
    {
        var owner = $"{type.Name}, {section.Name}";
        foreach (var (what, value) in new[]
        {
            ("length", section.Length), ("diameter", section.Diameter), ("axial resistivity", section.AxialResistivity), ("capacitance", section.Capacitance),
        })
        {
            if (!(double.IsFinite(value) && value > 0))
                yield return new($"The {what} of '{owner}' is {value}.", "A cable needs a finite one above 0.", "Give a finite number above 0.");
        }
        if (!double.IsFinite(section.InitialVoltage))
            yield return new($"The initial voltage of '{owner}' is {section.InitialVoltage}.", "A run starts from it.", "Give a finite number in mV.");
        var extent = (section.EndPoints.End - section.EndPoints.Start).Length;
        if (!(double.IsFinite(extent) && extent > 0))
            yield return new($"The end points of '{owner}' are {extent} µm apart.", "They give the section's direction.", $"Give two places, or call {nameof(CellShape.Reshaped)}.");
        if (section.SegmentCount < 1 || section.SegmentCount % 2 == 0)
            yield return new($"'{owner}' has {section.SegmentCount} segments.", "Contacts sit in the middle segment, so the number is odd.", "Give an odd number above 0.");
        foreach (var (mechanism, parameters) in section.Mechanisms)
        {
            foreach (var problem in OfMechanism(mechanism, parameters.Keys, owner))
                yield return problem;
        }
        foreach (var receptor in section.Receptors.Where(receptor => !type.Cell.Synapses.ContainsKey(receptor)))
        {
            yield return new(
                $"'{owner}' has the receptor '{receptor}'.", $"The cell has synapses for {string.Join(", ", type.Cell.Synapses.Keys)}.",
                "Add a synapse for it, or leave the receptor out.");
        }
    }

    // Densities depend on the distance to the soma, so they can be told in a sound tree only.
    private static IEnumerable<NetworkProblem> OfDensities(CellType type, Section section)
    {
        foreach (var (mechanism, parameters) in section.Mechanisms)
        {
            foreach (var (parameter, density) in parameters)
            {
                var what = $"{parameter} of {mechanism} in '{type.Name}, {section.Name}'";
                if (density is SegmentDensity listed && listed.Values.Length != section.SegmentCount)
                {
                    yield return new(
                        $"{what} is given for {listed.Values.Length} segments.", $"The section has {section.SegmentCount}.",
                        "Give as many values as segments, or a function of the distance.");
                }
                else if (section.SegmentCount > 0 && type.Cell.Densities(section.Name, density).Any(value => !double.IsFinite(value)))
                {
                    yield return new($"{what} is not finite everywhere.", "The membrane's currents would not be either.", "Give a finite number or function.");
                }
            }
        }
    }

    private static IEnumerable<NetworkProblem> OfLocations(CellType type) =>
        from location in type.Cell.Locations
        from name in location.Value
        where type.Cell.Sections.All(section => section.Name != name)
        select new NetworkProblem(
            $"The location '{location.Key}' of '{type.Name}' names the section '{name}'.",
            $"The cell has {string.Join(", ", type.Cell.Sections.Select(section => section.Name))}.", "Name one of these.");

    private static IEnumerable<NetworkProblem> OfSynapses(CellType type)
    {
        foreach (var (receptor, synapse) in type.Cell.Synapses)
        {
            foreach (var (parameter, value) in SynapseLibrary.ParametersOf(synapse))
            {
                if (!double.IsFinite(value))
                    yield return new($"'{parameter}' of the receptor '{receptor}' of '{type.Name}' is {value}.", "Its current would not be finite.", "Give a finite number.");
                else if (parameter is "tau1" or "tau2" && value <= 0)
                    yield return new($"'{parameter}' of the receptor '{receptor}' of '{type.Name}' is {value} ms.", "A time constant is above 0.", "Give a number above 0.");
            }
        }
    }
}
