using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Testing;

/// <summary>Networks of like cells without connections among them, all at the origin, as single cells are recorded.</summary>
public static class LoneCells
{
    /// <summary>Name of the only population.</summary>
    public const string Population = "cells";

    /// <summary>A number of copies of a cell and, at gid <paramref name="count"/>, one drive cell.</summary>
    /// <param name="cell">The cell's template.</param>
    /// <param name="contributesToDipole">Whether the dipole is measured.</param>
    /// <param name="count">Number of copies.</param>
    public static NetworkDescription Of(CellTemplate cell, bool contributesToDipole = false, int count = 1) => new()
    {
        Populations = [new Population(Population, cell, FirstGid: 0, count, contributesToDipole)],
        Positions = [.. Enumerable.Repeat(default(Point3), count + 1)],
        Thresholds = [.. Enumerable.Repeat(0.0, count)],
    };

    /// <summary>The network with a current step into the middle of a section of all cells.</summary>
    public static NetworkDescription WithClamp(this NetworkDescription network, string section, double amplitude, double start, double stop) =>
        network with { Clamps = network.Clamps.Add(new CurrentClamp(Population, section, amplitude, start, stop - start)) };

    /// <summary>The network with a contact from its drive cell to one receptor of one cell.</summary>
    public static NetworkDescription WithContact(
        this NetworkDescription network, int target, string section, string receptor, double weight, double delay) =>
        network with
        {
            Projections = network.Projections.Add(new Projection
            {
                Sources = [network.CellCount],
                Targets = [target],
                Sections = [section],
                Receptor = receptor,
                Weight = weight,
                Delay = delay,
                SpaceConstant = 1,
            }),
        };
}
