namespace Hnn.Engine.Cells;

/// <summary>Says that the 0 end of a section grows out of an end of another one.</summary>
/// <param name="Parent">Name of the section nearer to the soma.</param>
/// <param name="ParentEnd">0 or 1: the parent's end.</param>
/// <param name="Child">Name of the section attached there with its 0 end.</param>
public sealed record SectionJoint(string Parent, int ParentEnd, string Child);
