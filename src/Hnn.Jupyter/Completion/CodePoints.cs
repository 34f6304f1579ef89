namespace Hnn.Jupyter.Completion;

/// <summary>Positions in a text as Jupyter counts them: in characters of Unicode, of which C# stores the rarer ones as two.</summary>
internal static class CodePoints
{
    /// <summary>How many code points lie before an index.</summary>
    public static int Count(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index; i += Width(text, i))
            count++;
        return count;
    }

    /// <summary>The index behind a number of code points; the end if there are fewer.</summary>
    public static int Index(string text, int count)
    {
        var index = 0;
        for (; count > 0 && index < text.Length; count--)
            index += Width(text, index);
        return index;
    }

    private static int Width(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;
}
