using Hnn.Core.Files;
using Hnn.Interactive.Charts;
using Hnn.Jupyter.Export;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Plots.Plotly;

namespace Hnn.Programs;

/// <summary>Notebooks as web pages that open without a network.</summary>
internal static class NotebookPages
{
    /// <summary>Writes a notebook as one page.</summary>
    /// <param name="path">Path of the page; an existing file is replaced.</param>
    /// <param name="notebook">The notebook with its outputs. Only if charts among them are live does the page hold plotly.js, 3.6 MB.</param>
    public static void Save(string path, Notebook notebook)
    {
        var options = PageOptions.Default with { Script = HasLiveCharts(notebook) ? PlotlyFragment.Script : "" };
        AtomicFile.WriteText(path, NotebookPage.Write(notebook, options));
    }

    /// <summary>Whether a chart of the notebook can be more than a picture.</summary>
    public static bool HasLiveCharts(Notebook notebook) => notebook.Cells.SelectMany(cell => cell.Outputs).Any(output => output switch
    {
        DisplayOutput display => HasLiveCharts(display.Data),
        ResultOutput result => HasLiveCharts(result.Data),
        _ => false,
    });

    // A report holds its charts in its HTML alone, each with the script that draws it.
    private static bool HasLiveCharts(MimeBundle forms) =>
        forms[FigureDrawing.ChartMimeType] is not null
        || (forms["text/html"] is { } html && html.Contains("class=\"hnn-chart\"", StringComparison.Ordinal) && html.Contains("<script", StringComparison.OrdinalIgnoreCase));
}
