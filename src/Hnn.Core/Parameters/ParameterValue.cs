using System.Globalization;

namespace Hnn.Core.Parameters;

/// <summary>The value of one parameter: a number, a yes-or-no, or a text.</summary>
public readonly record struct ParameterValue
{
    private readonly double _number;

    private ParameterValue(ParameterKind kind, double number, string? text) => (Kind, _number, Text) = (kind, number, text);

    /// <summary>Which of the three it is.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The text, or null if the value is not a text.</summary>
    public string? Text { get; }

    /// <summary>The number; a yes counts 1, a no counts 0.</summary>
    /// <exception cref="InvalidOperationException">The value is a text.</exception>
    public double Number => Kind != ParameterKind.Text
        ? _number
        : throw new InvalidOperationException($"The value is the text '{Text}', not a number. Ask for {nameof(Text)} instead.");

    /// <summary>A value that holds a number.</summary>
    public static implicit operator ParameterValue(double number) => new(ParameterKind.Number, number, null);

    /// <summary>A value that holds a yes or a no.</summary>
    public static implicit operator ParameterValue(bool flag) => new(ParameterKind.Flag, flag ? 1 : 0, null);

    /// <summary>A value that holds a text.</summary>
    public static implicit operator ParameterValue(string text) => new(ParameterKind.Text, 0, text);

    /// <summary>The value as a parameter file would show it.</summary>
    public override string ToString() => Kind switch
    {
        ParameterKind.Text => Text!,
        ParameterKind.Flag => _number != 0 ? "true" : "false",
        _ => _number.ToString("R", CultureInfo.InvariantCulture),
    };
}
