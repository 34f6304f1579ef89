using Hnn.Core.Networks;

namespace Hnn.Core.Tests.Networks;

/// <summary>Small columns for tests.</summary>
internal static class Columns
{
    /// <summary>The standard column with 3 × 3 pyramidal cells of each layer: gids 0-2 L2_basket, 3-11 L2_pyramidal, 12-14 L5_basket, 15-23 L5_pyramidal.</summary>
    public static Network Small() => Network.Jones2009(new NetworkOptions { Mesh = (3, 3) });

    /// <summary>The cells of <see cref="Small"/> without connections.</summary>
    public static Network Bare() => new(new NetworkOptions { Mesh = (3, 3) });

    /// <summary>Weights of two cell types.</summary>
    public static Dictionary<string, double> PyramidalWeights => new() { ["L2_pyramidal"] = 0.01, ["L5_pyramidal"] = 0.02 };

    /// <summary>The message of the exception an action must throw.</summary>
    public static string Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
