using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Hnn.Cli.Output;

/// <summary>Where a verb's words go: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool json)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether the result is asked for as one JSON object.</summary>
    public bool IsJson => json;

    /// <summary>Standard error as a console that can show progress.</summary>
    public IAnsiConsole ErrorConsole { get; } = ConsoleOn(error);

    /// <summary>Writes a line of the result, unless it is asked for as JSON.</summary>
    public void Line(string text)
    {
        if (!json)
            output.WriteLine(text);
    }

    /// <summary>Writes a table of the result, unless it is asked for as JSON.</summary>
    public void Table(Table table)
    {
        if (!json)
            ConsoleOn(output).Write(table);
    }

    /// <summary>Writes the result as one JSON object, if that is asked for. A verb calls it once.</summary>
    public void Object(object result)
    {
        if (json)
            output.WriteLine(Serialize(result));
    }

    /// <summary>An object as JSON, the way the command writes it everywhere.</summary>
    public static string Serialize(object value) => JsonSerializer.Serialize(value, Format);

    /// <summary>Writes text that is a file's content, as it is.</summary>
    public void Raw(string text) => output.Write(text);

    /// <summary>Tells the user something beside the result.</summary>
    public void Note(string text) => error.WriteLine(text);

    /// <summary>Warns the user.</summary>
    public void Warn(string text) => error.WriteLine($"Warning: {text}");

    private static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = 160;
        return console;
    }
}
