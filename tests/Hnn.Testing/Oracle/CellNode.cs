namespace Hnn.Testing.Oracle;

/// <summary>A point of a cell where the voltage is computed (sections 1.2 to 1.4).</summary>
/// <param name="Section">Section the node belongs to; the root belongs to the soma.</param>
/// <param name="Segment">Index of the segment whose centre it is; null at a section's end, where there is no membrane.</param>
/// <param name="X">Relative place along the section, 0 to 1.</param>
/// <param name="Parent">Index of the next node towards the root; -1 for the root.</param>
/// <param name="Area">Membrane area in µm²; 100, without meaning, at an end.</param>
/// <param name="AxialConductance">Conductance to the parent in µS; 0 for the root.</param>
public sealed record CellNode(string Section, int? Segment, double X, int Parent, double Area, double AxialConductance);
