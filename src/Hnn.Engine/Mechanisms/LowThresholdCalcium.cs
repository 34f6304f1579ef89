namespace Hnn.Engine.Mechanisms;

/// <summary>Low-threshold (T type) current; not counted as calcium, as in the reference.</summary>
public sealed class LowThresholdCalcium : DensityMechanism
{
    internal LowThresholdCalcium()
        : base(
            "cat",
            new MechanismParameter("gbar", 0, "S/cm²"))
    {
    }
}
