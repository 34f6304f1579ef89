namespace Hnn.Engine.Mechanisms;

/// <summary>High-threshold calcium current; the only one that feeds the calcium pool.</summary>
public sealed class HighThresholdCalcium : DensityMechanism
{
    internal HighThresholdCalcium()
        : base(
            "ca",
            new MechanismParameter("gbar", 0.1, "pS/µm²"))
    {
    }
}
