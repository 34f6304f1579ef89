namespace Hnn.Engine.Mechanisms;

/// <summary>Fast sodium, delayed rectifier potassium and leak.</summary>
public sealed class FastSodiumPotassium : DensityMechanism
{
    internal FastSodiumPotassium()
        : base(
            "hh2",
            new MechanismParameter("gnabar", 0.12, "S/cm²"),
            new MechanismParameter("gkbar", 0.036, "S/cm²"),
            new MechanismParameter("gl", 0.0003, "S/cm²"),
            new MechanismParameter("el", -54.3, "mV"))
    {
    }
}
