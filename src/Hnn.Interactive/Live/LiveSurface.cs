using Hnn.Interactive.Charts;
using Hnn.Interactive.Formatters;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Live;

/// <summary>Where live states are shown: in the notebook's host, if it can show something in place of what it showed, otherwise on the console.</summary>
internal static class LiveSurface
{
    /// <summary>Shows a first state and returns what shows those after it.</summary>
    public static Action<LiveState> Begin(LiveState first)
    {
        if (NotebookExtension.Host is not { } host)
            return OnConsole(first, Console.Out);
        var update = host(BundleOf(first));
        return state => update(BundleOf(state));
    }

    /// <summary>As <see cref="Begin"/>, as a line that is written over again; in a notebook to be committed only the last state, since a file keeps all that was written.</summary>
    public static Action<LiveState> OnConsole(LiveState first, TextWriter console)
    {
        var width = 0;
        Show(first);
        return Show;

        void Show(LiveState state)
        {
            if (NotebookSettings.ChartMode == ChartMode.Static && !state.IsLast)
                return;
            var start = width > 0 ? "\r" : "";
            console.Write($"{start}{state.Line.PadRight(width)}{(state.IsLast ? "\n" : "")}");
            console.Flush();
            width = state.Line.Length;
        }
    }

    private static Dictionary<string, string> BundleOf(LiveState state)
    {
        var bundle = new Dictionary<string, string>
        {
            [Mime.Html] = new HtmlReport(StillPicture.Html, StillPicture.Html).Write(state.Report),
            [Mime.Text] = state.Line,
        };
        if (state.IsLast && state.Report.MainFigure is { } figure)
            bundle[Mime.Png] = StillPicture.Base64(figure);
        return bundle;
    }
}
