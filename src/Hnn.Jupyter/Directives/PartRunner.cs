using System.Diagnostics;
using System.Globalization;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Packages;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Directives;

/// <summary>Carries out the parts of a cell: first all references, then code and imports in order.</summary>
internal sealed class PartRunner
{
    private readonly ScriptSession _session;
    private readonly ReferenceLoader _references;
    private readonly FileImport _import;

    public PartRunner(ScriptSession session, PackageSession packages)
    {
        _session = session;
        _references = new ReferenceLoader(session, packages);
        _import = new FileImport(RunAsync);
    }

    /// <summary>Runs a text of code and directives in the running cell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cancellation">Checked between the parts.</param>
    /// <returns>The value of the last part if that is an expression, not yet shown.</returns>
    /// <exception cref="CellException">Something in it is wrong or fails.</exception>
    public async Task<(bool HasValue, object? Value)> RunAsync(string text, Origin origin, CancellationToken cancellation)
    {
        try
        {
            return await RunPartsAsync(text, origin, cancellation).ConfigureAwait(false);
        }
        catch (DirectiveException fault)
        {
            throw new CellException(CellErrors.OfDirective(origin.Name, fault.Line, fault.Message));
        }
    }

    private async Task<(bool HasValue, object? Value)> RunPartsAsync(string text, Origin origin, CancellationToken cancellation)
    {
        var parts = CellParser.Parse(text);
        var time = Stopwatch.StartNew();
        foreach (var (name, script) in await _references.LoadAsync(parts, origin, cancellation).ConfigureAwait(false))
            await _import.RunAsync(script, $"{name}/extension.dib", origin, cancellation).ConfigureAwait(false);

        (bool HasValue, object? Value) last = default;
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (last.HasValue)
                DisplayedValue.Show(last.Value);
            last = part switch
            {
                TextPart code => await RunTextAsync(code, origin, cancellation).ConfigureAwait(false),
                VariablesPart => VariableTable.Show(_session.Variables),
                ImportPart file => await _import.RunAsync(file, origin, cancellation).ConfigureAwait(false),
                _ => default,
            };
        }

        if (parts.Any(part => part is TimePart))
            DisplayedValue.Show(MimeBundle.Of("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {time.Elapsed.TotalMilliseconds:F1} ms")));
        return last;
    }

    private async Task<(bool HasValue, object? Value)> RunTextAsync(TextPart part, Origin origin, CancellationToken cancellation)
    {
        if (part.Language == "csharp")
        {
            // Empty lines in front keep the numbers of the lines.
            var result = await _session.RunAsync(new string('\n', part.Line - 1) + part.Text, origin.Name, cancellation).ConfigureAwait(false);
            return result.Value is DisplayedValue ? default : result;
        }

        var mimeType = part.Language switch { "markdown" => "text/markdown", "html" => "text/html", "javascript" => "application/javascript", _ => null };
        if (mimeType is not null)
            DisplayedValue.Show(MimeBundle.Of(mimeType, part.Text));
        return default;
    }
}
