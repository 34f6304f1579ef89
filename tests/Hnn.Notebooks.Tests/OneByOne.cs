namespace Hnn.Notebooks.Tests;

/// <summary>Tests that run notebooks do so one after the other: each uses all processors, and how charts are shown is a setting of the process.</summary>
[CollectionDefinition(Name)]
public sealed class OneByOne
{
    public const string Name = "lessons";
}
