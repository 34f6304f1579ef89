namespace Hnn.Testing.Oracle;

/// <summary>What temperature changes besides the tables (section 5).</summary>
internal static class Temperature
{
    // Digits of the reference's legacy constants: J/(mol K), C/mol.
    private const double GasConstant = 8.3134;
    private const double Faraday = 96485.309;

    /// <summary>Factor (tadj) by which ca, km and kca are faster and stronger than at 53.7 °C: 2.3^((celsius - 23 - 30.7) / 10).</summary>
    public static double Speed(double celsius) => Math.Pow(2.3, (celsius - 23 - 30.7) / 10);

    /// <summary>Nernst potential of calcium in mV for an outer concentration of 2 mM.</summary>
    public static double CalciumReversal(double celsius, double innerConcentration) =>
        1000 * GasConstant * (celsius + 273.15) / Faraday / 2 * Math.Log(2 / innerConcentration);
}
