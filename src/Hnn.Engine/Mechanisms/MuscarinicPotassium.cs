namespace Hnn.Engine.Mechanisms;

/// <summary>Slow, muscarinic potassium current.</summary>
public sealed class MuscarinicPotassium : DensityMechanism
{
    internal MuscarinicPotassium()
        : base(
            "km",
            new MechanismParameter("gbar", 10, "pS/µm²"))
    {
    }
}
