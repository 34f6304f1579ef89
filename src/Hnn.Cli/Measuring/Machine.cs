using System.Globalization;
using System.Runtime.InteropServices;

namespace Hnn.Cli.Measuring;

/// <summary>The machine a measurement was made on.</summary>
/// <param name="Processor">Name of the processor; empty if the system does not tell.</param>
/// <param name="Cores">Number of logical processors this process may use.</param>
/// <param name="ClockGigahertz">Clock rate in GHz, measured under load.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Runtime">.NET runtime.</param>
internal sealed record Machine(string Processor, int Cores, double ClockGigahertz, string System, string Runtime)
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>Looks at this machine; takes a tenth of a second.</summary>
    public static Machine Measure() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        ProcessorClock.MeasureGigahertz(),
        $"{RuntimeInformation.OSDescription.Trim()} {RuntimeInformation.ProcessArchitecture}",
        RuntimeInformation.FrameworkDescription);

    /// <summary>All of it in one line.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Cores} cores at {ClockGigahertz:F2} GHz, {System}, {Runtime}");

    private static string ProcessorName()
    {
        if (!File.Exists(ProcessorFile))
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "";
        var line = File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "";
    }
}
