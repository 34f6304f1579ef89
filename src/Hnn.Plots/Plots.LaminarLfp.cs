using System.Globalization;
using Hnn.Core.Results;
using Hnn.Engine.Models;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // Share of the colour map that is used: its bright end is hard to see on white.
    private const double ReadableShare = 0.9;

    private const double ContactsPerRow = 10;

    /// <summary>Potentials of electrode contacts over time, a line for each, the highest contact at the top.</summary>
    /// <param name="recording">The potentials.</param>
    /// <param name="trials">Indexes of the trials, drawn over each other. Default: all.</param>
    /// <param name="contacts">Indexes of the contacts. Default: all.</param>
    /// <param name="voltageOffset">Distance between the lines' zeros in µV. Positive. Default: 50.</param>
    /// <param name="scaleBar">Length of the scale bar in µV, or null for none. Positive. Default: 200.</param>
    /// <param name="colormap">Colours from the lowest contact to the highest. Default: cividis.</param>
    /// <param name="decimation">Factors by which the waveforms are decimated first, one after the other; see <see cref="ElectrodeRecording.Decimated"/>. Default: none.</param>
    /// <returns>A figure with one panel, up to twice as high for many contacts. The ticks are the contacts' heights (z), or their indexes where heights are the same.</returns>
    /// <exception cref="ArgumentException">There is no such trial or contact, none is left, or an argument is out of range.</exception>
    public static Figure LaminarLfp(
        ElectrodeRecording recording,
        IEnumerable<int>? trials = null,
        IEnumerable<int>? contacts = null,
        double voltageOffset = 50,
        double? scaleBar = 200,
        Colormap? colormap = null,
        IEnumerable<int>? decimation = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voltageOffset);
        if (scaleBar is { } length)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length, nameof(scaleBar));
        var shownTrials = TrialsOf(recording.TrialCount, trials);
        var shownContacts = ContactsOf(recording.Array, contacts);
        if (shownTrials.Length == 0)
            throw new ArgumentException($"No trial of array '{recording.Array.Name}' is to be shown. Pass a recording with trials, and choose at least one.", nameof(trials));

        int[] factors = [.. decimation ?? []];
        var shown = recording.Decimated(factors);
        LineTrace[] lines = [.. shownContacts.SelectMany((contact, row) => shownTrials.Select(trial =>
            ContactLine(shown, trial, contact, row * voltageOffset) with
            {
                Color = (colormap ?? Colormap.Cividis).At(ReadableShare * row / Math.Max(shownContacts.Length - 1, 1)),
                Opacity = shownTrials.Length > 1 ? 0.6 : 1,
            }))];
        var (low, high) = (lines.Min(line => line.Y.Min()), Math.Max(lines.Max(line => line.Y.Max()), scaleBar ?? double.NegativeInfinity));
        var margin = Math.Max(0.03 * (high - low), voltageOffset / 4);
        var axis = new Axis("") { Min = low - margin, Max = high + margin };
        var contactAxis = ContactAxis(recording.Array, shownContacts, voltageOffset);
        var panel = new Panel
        {
            X = TimeAxis,
            Y = contactAxis with { Min = axis.Min, Max = axis.Max },
            Right = scaleBar is { } bar ? axis with { Ticks = [new Tick(bar / 2, string.Create(CultureInfo.InvariantCulture, $"{bar} µV"))] } : null,
            Area = Area.One with { Height = Math.Clamp(shownContacts.Length / ContactsPerRow, 1, 2) },
            Traces = [.. lines, .. scaleBar is { } size ? [ScaleBar(size, shown.Times[^1])] : Array.Empty<Trace>()],
        };
        return new Figure { Panels = [panel] };
    }

    private static LineTrace ContactLine(ElectrodeRecording recording, int trial, int contact, double offset) => new()
    {
        Name = $"Contact {contact}",
        Color = Palette.Series(0),
        Width = 1.5,
        IsInLegend = false,
        X = recording.Times,
        Y = [.. recording.Voltages[trial][contact].Select(voltage => offset + voltage)],
    };

    // From the lowest to the highest.
    private static int[] ContactsOf(ElectrodeArray array, IEnumerable<int>? chosen)
    {
        int[] contacts = [.. chosen ?? Enumerable.Range(0, array.Contacts.Length)];
        if (contacts.Length == 0)
            throw new ArgumentException("No contact is to be shown. Choose at least one.", nameof(chosen));
        foreach (var contact in contacts)
        {
            if (contact < 0 || contact >= array.Contacts.Length)
                throw new ArgumentOutOfRangeException(nameof(chosen), contact, $"Array '{array.Name}' has {array.Contacts.Length} contacts, counted from 0. Choose among these.");
        }

        return [.. contacts.OrderBy(contact => array.Contacts[contact].Z)];
    }

    private static Axis ContactAxis(ElectrodeArray array, int[] contacts, double offset)
    {
        var areAtHeights = contacts.Select(contact => array.Contacts[contact].Z).Distinct().Count() == contacts.Length;
        var texts = contacts.Select(contact => areAtHeights ? array.Contacts[contact].Z.ToString("0.#", CultureInfo.InvariantCulture).Replace('-', '−') : $"{contact}");
        return (areAtHeights ? new Axis("Height", "µm") : new Axis("Contact")) with { Ticks = [.. texts.Select((text, row) => new Tick(row * offset, text))] };
    }

    // At the frame's right side, where its length stands beside it.
    private static LineTrace ScaleBar(double length, double stop) =>
        new() { Name = "Scale bar", Color = Palette.Series(0), Width = 8, IsInLegend = false, UsesRightAxis = true, X = [stop, stop], Y = [0, length] };
}
