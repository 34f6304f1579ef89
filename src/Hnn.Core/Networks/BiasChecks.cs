using Hnn.Core.Drives;

namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a tonic bias.</summary>
internal static class BiasChecks
{
    /// <summary>Faults of a bias in a network, whatever the run.</summary>
    public static IEnumerable<NetworkProblem> Of(Network network, TonicBias bias)
    {
        if (!network.CellTypes.TryGet(bias.CellType, out var type))
        {
            yield return new($"Bias '{bias.Name}' is for the cell type '{bias.CellType}'.", $"The network has only {network.CellTypes.Listing}.", "Name one of these.");
        }
        else if (type.Cell.Sections.All(section => section.Name != bias.Section))
        {
            yield return new(
                $"Bias '{bias.Name}' is for the section '{bias.Section}' of '{bias.CellType}'.",
                $"These cells have only {string.Join(", ", type.Cell.Sections.Select(section => section.Name))}.", "Name one of these.");
        }
        if (!double.IsFinite(bias.Amplitude))
            yield return new($"The amplitude of bias '{bias.Name}' is {bias.Amplitude}.", "It is a current in nA.", "Give a finite number.");
        if (!(double.IsFinite(bias.Start) && bias.Start >= 0))
            yield return new($"Bias '{bias.Name}' starts at {bias.Start} ms.", "A run starts at 0 ms.", "Give a finite number, at least 0.");
        if (bias.Stop is { } stop && !(double.IsFinite(stop) && stop >= 0 && stop >= bias.Start))
        {
            yield return new(
                $"Bias '{bias.Name}' stops at {stop} ms.", $"It starts at {bias.Start} ms, and a run starts at 0 ms.",
                "Give a later time, or none for the end of each run.");
        }
    }

    /// <summary>Faults of a bias in a run up to a time.</summary>
    public static IEnumerable<NetworkProblem> Of(TonicBias bias, double stopTime)
    {
        if (bias.Stop is null && bias.Start > stopTime)
        {
            yield return new(
                $"Bias '{bias.Name}' for '{bias.CellType}' starts at {bias.Start} ms.", $"The run ends at {stopTime} ms, and so would the bias.",
                "Start it earlier, or simulate longer.");
        }
    }
}
