namespace Hnn.Engine.Mechanisms;

/// <summary>Inner calcium: filled by calcium currents, emptied with one time constant.</summary>
public sealed class CalciumPool : DensityMechanism
{
    internal CalciumPool()
        : base(
            "cad",
            new MechanismParameter("taur", 200, "ms"))
    {
    }
}
