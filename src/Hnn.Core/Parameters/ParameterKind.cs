namespace Hnn.Core.Parameters;

/// <summary>What a parameter's value is.</summary>
public enum ParameterKind
{
    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A yes or a no.</summary>
    Flag,

    /// <summary>A text.</summary>
    Text,
}
