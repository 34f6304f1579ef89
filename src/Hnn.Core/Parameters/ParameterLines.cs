using System.Globalization;
using Hnn.Core.Files;

namespace Hnn.Core.Parameters;

// ParameterLines: the known keys of an old parameter file, a line "key: value" for each, and their values. Empty lines are skipped.
internal static class ParameterLines
{
    public static Dictionary<string, ParameterValue> Read(string path, string text)
    {
        var values = new Dictionary<string, ParameterValue>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                throw new FileFault(path, "A line has no colon.", "Each line is a key, a colon and a value.", "Mend the line, or remove it.")
                {
                    Line = number,
                };
            }
            var key = line[..colon].Trim().ToString();
            if (ParameterKeys.IsKnown(key))
                values[key] = Value(path, key, line[(colon + 1)..].Trim().ToString(), number, colon + 2);
        }
        return values;
    }

    private static ParameterValue Value(string path, string key, string text, int line, int column)
    {
        if (ParameterKeys.IsText(key))
            return text;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        throw new FileFault(path, $"Parameter '{key}' is '{text}'.", ParameterKeys.Expectation(key), "Correct the value, or remove the line for its default.")
        {
            Line = line,
            Column = column,
        };
    }
}
