using System.Reflection;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Formatters;

namespace Hnn.Interactive;

/// <summary>Teaches a .NET notebook how networks, results and figures look, and is told by the notebook's host what it can do.</summary>
public static class NotebookExtension
{
    private static readonly Lock Gate = new();
    private static readonly LiveCharts LiveCharts = new(Assembly.Load);
    private static readonly FormatterTable Table = new(LiveCharts);
    private static bool _isLoaded;

    /// <summary>Shows a bundle (MIME type → content) and returns what shows another in its place; set by hosts that can. Default: null, progress is written to the console.</summary>
    /// <remarks>Called on the thread of the cell that begins a display; what it returned may be called from any thread, by one at a time.</remarks>
    public static Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>? Host
    {
        get;
        set
        {
            field = value;
            ApplyPreferences();
        }
    }

    /// <summary>Gives the token that is cancelled when the user interrupts the running cell; set by hosts that have one. Default: null, live runs end only by their own token.</summary>
    public static Func<CancellationToken>? Interrupt { get; set; }

    /// <summary>One sentence that says whether figures are shown as live charts, and why not if not.</summary>
    public static string Charts => LiveCharts.Status;

    /// <summary>Registers a formatter for each type of this library that notebooks show. Called by the package when it is added to a notebook; calling it again does no harm.</summary>
    /// <remarks>Call it again after adding Hnn.Plots.Plotly to a notebook that had only this package, so that Plotly's own charts are shown, too.</remarks>
    public static void Load()
    {
        lock (Gate)
        {
            _isLoaded = true;
            Table.Register();
        }

        ApplyPreferences();
    }

    /// <summary>Tells the notebook which forms of each value it shall ask for, as mode and host have it now.</summary>
    internal static void ApplyPreferences()
    {
        lock (Gate)
        {
            if (_isLoaded)
                Table.ApplyPreferences();
        }
    }
}
