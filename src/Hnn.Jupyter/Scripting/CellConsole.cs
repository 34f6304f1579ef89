using System.Text;

namespace Hnn.Jupyter.Scripting;

/// <summary>The console as cells see it: what a cell's code writes goes to that cell, everything else where it went before.</summary>
internal sealed class CellConsole : TextWriter
{
    private static readonly Lock Gate = new();
    private static TextWriter? _output;
    private static TextWriter? _error;

    private readonly TextWriter _before;
    private readonly bool _isError;

    private CellConsole(TextWriter before, bool isError)
    {
        _before = before;
        _isError = isError;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _before.Encoding;

    /// <summary>Puts this console in place, unless it stands there already.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_output != Console.Out)
            {
                Console.SetOut(new CellConsole(Console.Out, isError: false));
                _output = Console.Out;
            }

            if (_error != Console.Error)
            {
                Console.SetError(new CellConsole(Console.Error, isError: true));
                _error = Console.Error;
            }
        }
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (RunningCell.Current is { } cell)
            cell.Write(buffer, _isError);
        else
            _before.Write(buffer);
    }

    // The newline that ends this writer's lines is '\n' for cells, and the platform's for everybody else.
    public override void WriteLine() => Write(RunningCell.Current is null ? _before.NewLine : "\n");

    public override void WriteLine(string? value)
    {
        Write(value);
        WriteLine();
    }

    // A cell's text is on its way by itself.
    public override void Flush()
    {
        if (RunningCell.Current is null)
            _before.Flush();
    }
}
