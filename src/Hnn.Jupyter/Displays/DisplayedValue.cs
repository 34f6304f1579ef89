using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Displays;

/// <summary>A value on display, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly RunningCell? _cell;
    private readonly string[] _mimeTypes;

    private DisplayedValue(RunningCell? cell, string[] mimeTypes)
    {
        _cell = cell;
        _mimeTypes = mimeTypes;
    }

    /// <summary>The name of the display, unique in all notebooks.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in place of the one shown.</summary>
    /// <param name="value">The new value; shown in the same MIME types if such were named.</param>
    /// <exception cref="ArgumentException">The value has no form of a MIME type that was named.</exception>
    public void Update(object? value) => Update(ValueForms.Of(value, _mimeTypes));

    /// <summary>Displays a value in the running cell; outside of a cell, nothing is shown.</summary>
    internal static DisplayedValue Show(object? value, params string[] mimeTypes) => Show(ValueForms.Of(value, mimeTypes), mimeTypes);

    /// <summary>Displays the forms of a value in the running cell; outside of a cell, nothing is shown.</summary>
    internal static DisplayedValue Show(MimeBundle forms, params string[] mimeTypes)
    {
        var shown = new DisplayedValue(RunningCell.Current, mimeTypes);
        shown._cell?.Display(new DisplayOutput(forms) { DisplayId = shown.DisplayId });
        return shown;
    }

    /// <summary>Shows other forms in place of those shown: on behalf of the cell that asks for it, or else of the one that made the display.</summary>
    internal void Update(MimeBundle forms) => (RunningCell.Current ?? _cell)?.Update(DisplayId, forms);
}
