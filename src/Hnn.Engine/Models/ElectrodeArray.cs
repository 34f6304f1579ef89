using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

/// <summary>Extracellular electrodes in a homogeneous conductor.</summary>
/// <param name="Name">Name of the array.</param>
/// <param name="Contacts">Positions of the contacts in µm.</param>
/// <param name="Conductivity">Conductivity of the extracellular medium in S/m. Positive.</param>
/// <param name="Method">How a segment's current is placed in space.</param>
/// <param name="MinDistance">Distances below this, in µm, are taken as this. Positive.</param>
public sealed record ElectrodeArray(string Name, ImmutableArray<Point3> Contacts, double Conductivity, FieldMethod Method, double MinDistance);
