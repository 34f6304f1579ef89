namespace Hnn.Jupyter.Scripting;

/// <summary>What <c>Console.ReadLine()</c> reads in cells: a line that the notebook's user types, where there is one; everything else, and everybody else, reads what was there before.</summary>
internal sealed class CellInput : TextReader
{
    private static readonly Lock Gate = new();
    private static TextReader? _installed;

    private readonly TextReader _before;
    private string _line = "";

    private CellInput(TextReader before) => _before = before;

    /// <summary>Puts this reader in place, unless it stands there already.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_installed == Console.In)
                return;
            Console.SetIn(new CellInput(Console.In));
            _installed = Console.In;
        }
    }

    public override string? ReadLine()
    {
        if (Asking is not { } cell)
            return _before.ReadLine();
        var line = Buffered(cell)[..^1];
        _line = "";
        return line;
    }

    public override int Peek() => Asking is { } cell ? Buffered(cell)[0] : _before.Peek();

    public override int Read()
    {
        if (Asking is not { } cell)
            return _before.Read();
        var first = Buffered(cell)[0];
        _line = _line[1..];
        return first;
    }

    private static RunningCell? Asking => RunningCell.Current is { CanAsk: true } cell ? cell : null;

    private string Buffered(RunningCell cell) => _line = _line.Length > 0 ? _line : $"{cell.Ask("", isPassword: false)}\n";
}
