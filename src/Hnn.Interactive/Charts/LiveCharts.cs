using System.Reflection;
using Hnn.Plots.Colors;
using Bundle = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Hnn.Interactive.Charts;

/// <summary>The interactive charts of Hnn.Plots.Plotly, which is found by its name and may be missing, or come with libraries the notebook's host is too old for.</summary>
/// <param name="load">Loads an assembly by its name.</param>
internal sealed class LiveCharts(Func<string, Assembly> load)
{
    private const string Library = "Hnn.Plots.Plotly";

    private readonly Lock _gate = new();
    private Func<object, string?, Theme?, Bundle>? _bundle;
    private Type? _chartType;
    private string? _fault;
    private bool _isHopeless;

    /// <summary>One sentence on whether there are live charts, and why not if not.</summary>
    public string Status
    {
        get
        {
            _ = ChartType;
            return _fault ?? "Figures are shown as live charts by Plotly.";
        }
    }

    /// <summary>The type of Plotly's own charts; null if they cannot be had.</summary>
    public Type? ChartType
    {
        get
        {
            lock (_gate)
            {
                TryFind();
                return _chartType;
            }
        }
    }

    /// <summary>A figure or one of Plotly's charts as MIME type → content, figures in the theme of the notebook; null if live charts cannot be had.</summary>
    /// <param name="figureOrChart">What to draw.</param>
    /// <param name="pictureUri">Address of the picture that is shown where scripts do not run. Default: none.</param>
    public Bundle? BundleOf(object figureOrChart, string? pictureUri = null)
    {
        lock (_gate)
        {
            TryFind();
            if (_bundle is null)
                return null;
            try
            {
                return _bundle(figureOrChart, pictureUri, NotebookSettings.Theme);
            }
            catch (Exception fault) when (IsOfLoading(fault))
            {
                // What the library needs is asked for only now; what once could not be loaded stays so.
                _isHopeless = true;
                GiveUp(fault);
                return null;
            }
        }
    }

    // A library that is missing now may be added to the notebook later, so it is looked for again.
    private void TryFind()
    {
        if (_bundle is not null || _isHopeless)
            return;
        try
        {
            var charts = load(Library).GetType($"{Library}.NotebookCharts", throwOnError: true)!;
            _chartType = (Type)charts.GetProperty("ChartType")!.GetValue(null)!;
            var bundle = charts.GetMethod("Bundle", [typeof(object), typeof(string), typeof(Theme)]) ?? throw new MissingMethodException(charts.FullName, "Bundle");
            _bundle = bundle.CreateDelegate<Func<object, string?, Theme?, Bundle>>();
            _fault = null;
        }
        catch (Exception fault) when (IsOfLoading(fault))
        {
            GiveUp(fault);
        }
    }

    private void GiveUp(Exception fault)
    {
        (_bundle, _chartType) = (null, null);
        var cause = fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
        _fault = $"Figures are shown as pictures: {Library} could not be loaded ({cause.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}).";
    }

    private static bool IsOfLoading(Exception fault) => fault is IOException or BadImageFormatException or TypeLoadException or MissingMemberException
        || (fault is TargetInvocationException or TypeInitializationException && fault.InnerException is { } inner && IsOfLoading(inner));
}
