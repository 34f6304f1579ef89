using System.Collections.Immutable;
using Hnn.Plots;

namespace Hnn.Interactive.Reports;

/// <summary>A part of a report. Immutable.</summary>
internal abstract record Part;

/// <summary>A sentence or two.</summary>
internal sealed record Sentence(string Text) : Part;

/// <summary>A table of texts.</summary>
/// <param name="Heading">What it is about; empty where the report's title says so.</param>
/// <param name="Columns">Heads of the columns; empty for a table of names and values.</param>
/// <param name="Rows">Cells. Shape: [rows][columns].</param>
internal sealed record Table(string Heading, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows) : Part
{
    /// <summary>A table of names and values; pairs whose value is empty are left out.</summary>
    public static Table OfPairs(string heading, params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (name, value) in pairs)
        {
            if (value.Length > 0)
                rows.Add([name, value]);
        }

        return new Table(heading, [], rows.ToImmutable());
    }

    /// <summary>A table of things, a row each.</summary>
    public static Table Of<T>(string heading, IEnumerable<T> things, params ReadOnlySpan<(string Column, Func<T, string> Cell)> columns)
    {
        var all = columns.ToArray();
        return new Table(heading, [.. all.Select(column => column.Column)], [.. things.Select(thing => all.Select(column => column.Cell(thing)).ToImmutableArray())]);
    }
}

/// <summary>A figure.</summary>
internal sealed record Drawing(Figure Figure) : Part;

/// <summary>How much is done, as a bar. Text is given to it by a sentence beside it.</summary>
/// <param name="Fraction">0 to 1.</param>
internal sealed record Bar(double Fraction) : Part;

/// <summary>Parts that are folded away until the reader asks for them; their figures are static.</summary>
internal sealed record Fold(string Summary, ImmutableArray<Part> Parts) : Part;
