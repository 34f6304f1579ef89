namespace Hnn.Engine.Mechanisms;

/// <summary>Hyperpolarisation-activated inward current (h current).</summary>
public sealed class AnomalousRectifier : DensityMechanism
{
    internal AnomalousRectifier()
        : base(
            "ar",
            new MechanismParameter("gbar", 0, "S/cm²"))
    {
    }
}
