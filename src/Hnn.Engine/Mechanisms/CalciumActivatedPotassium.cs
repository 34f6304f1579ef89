namespace Hnn.Engine.Mechanisms;

/// <summary>Potassium current activated by inner calcium.</summary>
public sealed class CalciumActivatedPotassium : DensityMechanism
{
    internal CalciumActivatedPotassium()
        : base(
            "kca",
            new MechanismParameter("gbar", 10, "pS/µm²"))
    {
    }
}
