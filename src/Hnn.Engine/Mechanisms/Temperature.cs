namespace Hnn.Engine.Mechanisms;

// Temperature: how rates and some conductances depend on it.
internal static class Temperature
{
    /// <summary>The factor tadj of ca, km and kca; 0.2488 at 37 °C.</summary>
    public static double Adjustment(double celsius) => Math.Pow(2.3, (celsius - 23 - 30.7) / 10);
}
