using System.Collections.Immutable;
using Hnn.Interactive.Charts;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Interactive.Formatters;

/// <summary>All formatters of this library, and their registration with the notebook.</summary>
/// <remarks>Of Microsoft.DotNet.Interactive.Formatting only members of its version 1.0.0-beta.23562.1 are used: the host brings its own copy.</remarks>
internal sealed class FormatterTable
{
    private readonly FigureDrawing _drawing;
    private readonly ImmutableArray<IValueFormatter> _formatters;

    public FormatterTable(LiveCharts charts)
    {
        _drawing = new FigureDrawing(charts);
        _formatters =
        [
            new NetworkFormatter(_drawing), new CellTypeFormatter(_drawing), new CellTypesFormatter(_drawing), new CellFormatter(_drawing), new SectionFormatter(_drawing),
            new ConnectionFormatter(_drawing), new ConnectionsFormatter(_drawing), new DriveFormatter(_drawing), new DrivesFormatter(_drawing),
            new DipoleFormatter(_drawing), new DipolesFormatter(_drawing), new CellResponseFormatter(_drawing), new SimulationResultFormatter(_drawing),
            new ElectrodeArrayFormatter(_drawing), new ElectrodeRecordingFormatter(_drawing),
            new FitResultFormatter(_drawing), new StepwiseFitResultFormatter(_drawing),
            new SobolIndicesFormatter(_drawing), new MorrisScreeningFormatter(_drawing), new GoodFitsFormatter(_drawing), new AbcPosteriorFormatter(_drawing), new LikelihoodProfileFormatter(_drawing),
            new SweepPointFormatter(_drawing), new SweepPointsFormatter(_drawing), new SweepStoreFormatter(_drawing), new SweepTableFormatter(_drawing),
            new FigureFormatter(_drawing),
        ];
    }

    /// <summary>The formatters; that of Plotly's charts among them, if these can be had now.</summary>
    public ImmutableArray<IValueFormatter> Formatters =>
        _drawing.Charts.ChartType is { } chart ? _formatters.Add(new ChartFormatter(_drawing.Charts, chart)) : _formatters;

    /// <summary>Registers them all.</summary>
    public void Register()
    {
        foreach (var formatter in Formatters)
        {
            foreach (var mimeType in formatter.MimeTypes)
                Formatter.Register(formatter.Type, (value, writer) => writer.Write(formatter.Format(value, mimeType)), mimeType);
        }
    }

    /// <summary>Says which MIME types the notebook shall ask for.</summary>
    public void ApplyPreferences()
    {
        foreach (var formatter in Formatters)
            Formatter.SetPreferredMimeTypesFor(formatter.Type, [.. formatter.Preferred]);
    }
}
