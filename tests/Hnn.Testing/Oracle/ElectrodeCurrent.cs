using Hnn.Engine.Models;

namespace Hnn.Testing.Oracle;

/// <summary>A current clamp in one cell (section 5, IClamp).</summary>
internal sealed class ElectrodeCurrent(int node, CurrentClamp clamp)
{
    public int Node => node;

    /// <summary>Injected current in nA at a time in ms: on from the start, off from the end on.</summary>
    public double At(double time) => time < clamp.Start + clamp.Duration && time >= clamp.Start ? clamp.Amplitude : 0;
}
