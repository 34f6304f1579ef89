using System.Collections.Immutable;
using Hnn.Core.Drives;

namespace Hnn.Core.Networks;

/// <summary>What can be wrong with a drive that is to be added to a network.</summary>
internal static class DriveChecks
{
    public static IEnumerable<NetworkProblem> Of(Network network, Drive drive)
    {
        var targets = drive.AmpaWeights.Keys.Union(drive.NmdaWeights.Keys).ToImmutableArray();
        return [.. OfTargets(network, drive, targets), .. OfCells(drive), .. OfNumbers(drive), .. OfTimes(network, drive, targets)];
    }

    private static IEnumerable<NetworkProblem> OfTargets(Network network, Drive drive, ImmutableArray<string> targets)
    {
        if (targets.IsEmpty)
            yield return new($"Drive '{drive.Name}' has no targets.", "No cell type has an AMPA or NMDA weight.", "Give a weight for at least one cell type.");
        foreach (var type in targets.Where(type => !network.CellTypes.Contains(type)))
        {
            yield return new(
                $"Drive '{drive.Name}' targets the cell type '{type}'.", $"The network has only {network.CellTypes.Listing}.", "Name one of these.");
        }
        foreach (var type in targets.Where(type => !drive.Delays.ContainsKey(type)))
            yield return new($"Drive '{drive.Name}' has no delay for '{type}'.", "Every target has a synaptic delay.", $"Add '{type}' to the delays, or give one delay for all.");
        foreach (var (kind, values) in new[] { ("delay", drive.Delays), ("probability", drive.Probabilities) })
        {
            foreach (var type in values.Keys.Except(targets))
            {
                yield return new(
                    $"Drive '{drive.Name}' has a {kind} for '{type}'.", "It is no target: it has neither an AMPA nor an NMDA weight.",
                    $"Leave the {kind} out, or give a weight.");
            }
        }
        foreach (var type in targets)
        {
            if (!network.CellTypes.TryGet(type, out var target))
                continue;
            foreach (var problem in OfLocation(drive, target))
                yield return problem;
        }
    }

    private static IEnumerable<NetworkProblem> OfLocation(Drive drive, CellType target)
    {
        if (target.Cell.Locations.TryGetValue(drive.Location, out var sections) && sections.IsEmpty)
        {
            yield return new(
                $"Drive '{drive.Name}' targets '{target.Name}' at '{drive.Location}'.", $"In this model nothing {drive.Location} reaches these cells.",
                $"Leave '{target.Name}' out of the weights, or choose another location.");
        }
        foreach (var (receptor, weights) in new[] { ("ampa", drive.AmpaWeights), ("nmda", drive.NmdaWeights) })
        {
            if (!weights.ContainsKey(target.Name))
                continue;
            foreach (var problem in ConnectionChecks.OfContacts(target, drive.Location, receptor))
                yield return problem with { What = $"Drive '{drive.Name}': {problem.What}" };
        }
    }

    private static IEnumerable<NetworkProblem> OfCells(Drive drive)
    {
        if (drive.CellSpecific && drive.CellCount is { } given)
        {
            yield return new(
                $"Drive '{drive.Name}' is cell-specific and has {given} cells.", "A cell-specific drive has one cell for each target cell.",
                $"Leave {nameof(Drive.CellCount)} out, or set {nameof(Drive.CellSpecific)} to false.");
        }
        if (!drive.CellSpecific && drive.CellCount is not > 0)
        {
            yield return new(
                $"Drive '{drive.Name}' has {drive.CellCount?.ToString() ?? "no number of"} cells.", "A drive that is not cell-specific has at least one cell.",
                $"Give a {nameof(Drive.CellCount)} above 0.");
        }
    }

    private static IEnumerable<NetworkProblem> OfNumbers(Drive drive)
    {
        foreach (var (kind, values) in new[] { ("AMPA weight", drive.AmpaWeights), ("NMDA weight", drive.NmdaWeights), ("delay", drive.Delays) })
        {
            foreach (var (type, value) in values.Where(value => !(double.IsFinite(value.Value) && value.Value >= 0)))
                yield return Number(drive, $"{kind} for '{type}'", value, "a finite number, at least 0");
        }
        foreach (var (type, value) in drive.Probabilities.Where(value => !(value.Value > 0 && value.Value <= 1)))
            yield return Number(drive, $"probability for '{type}'", value, "a number above 0 and at most 1");
        if (!(double.IsFinite(drive.SpaceConstant) && drive.SpaceConstant > 0))
            yield return Number(drive, "space constant", drive.SpaceConstant, "a finite number above 0");
        if (drive.EventSeed < 0)
            yield return Number(drive, "event seed", drive.EventSeed, "a whole number, at least 0");
        if (drive.ConnectionSeed < 0)
            yield return Number(drive, "connection seed", drive.ConnectionSeed.Value, "a whole number, at least 0, or none");
    }

    private static IEnumerable<NetworkProblem> OfTimes(Network network, Drive drive, ImmutableArray<string> targets) => drive switch
    {
        EvokedDrive evoked => OfEvoked(evoked, network.LegacyMode),
        PoissonDrive poisson => [.. OfWindow(drive, poisson.Start, poisson.Stop), .. OfRates(poisson, targets)],
        BurstyDrive when network.LegacyMode => [],
        BurstyDrive bursty => [.. OfWindow(drive, bursty.Start, bursty.Stop), .. OfBursts(bursty)],
        SpikeTrainDrive train => train.SpikeTimes.Any(times => times.Any(time => !double.IsFinite(time)))
            ? [new($"Drive '{drive.Name}' has a spike time that is not finite.", "Spikes happen at a time in ms.", "Give finite numbers.")]
            : [],
        _ => [new($"Drive '{drive.Name}' is of an unknown kind.", "Known are evoked, Poisson, bursty and spike-train drives.", "Use one of these.")],
    };

    private static IEnumerable<NetworkProblem> OfEvoked(EvokedDrive drive, bool legacyMode)
    {
        if (!double.IsFinite(drive.Mu))
            yield return Number(drive, "mean time", drive.Mu, "a finite number");
        if (!double.IsFinite(drive.Sigma) || (drive.Sigma < 0 && !legacyMode))
            yield return Number(drive, "standard deviation", drive.Sigma, "a finite number, at least 0");
        if (drive.SpikeCount <= 0 && !legacyMode)
            yield return Number(drive, "number of spikes", drive.SpikeCount, "a whole number above 0");
    }

    private static IEnumerable<NetworkProblem> OfWindow(Drive drive, double start, double? stop)
    {
        if (!(double.IsFinite(start) && start >= 0))
            yield return Number(drive, "start", start, "a finite number, at least 0");
        if (stop is { } end && !(double.IsFinite(end) && end >= 0 && end >= start))
            yield return Number(drive, "stop", end, "a finite number, at least 0 and not before the start, or none for the end of each run");
    }

    private static IEnumerable<NetworkProblem> OfRates(PoissonDrive drive, ImmutableArray<string> targets)
    {
        foreach (var (type, rate) in drive.Rates.Where(rate => !(double.IsFinite(rate.Value) && rate.Value > 0)))
            yield return Number(drive, $"rate for '{type}'", rate, "a finite number above 0");
        foreach (var type in targets.Where(type => !drive.Rates.ContainsKey(type)))
            yield return new($"Drive '{drive.Name}' has no rate for '{type}'.", "Every target has a rate.", $"Add '{type}' to the rates, or give one rate for all.");
        foreach (var type in drive.Rates.Keys.Except(targets))
            yield return new($"Drive '{drive.Name}' has a rate for '{type}'.", "It is no target: it has neither an AMPA nor an NMDA weight.", "Leave the rate out, or give a weight.");
        if (!drive.CellSpecific && drive.Rates.Values.Distinct().Count() > 1)
        {
            yield return new(
                $"Drive '{drive.Name}' has different rates for its targets.", "It is not cell-specific: each of its cells reaches all targets.",
                $"Give one rate for all, or set {nameof(Drive.CellSpecific)} to true.");
        }
    }

    private static IEnumerable<NetworkProblem> OfBursts(BurstyDrive drive)
    {
        if (!(double.IsFinite(drive.StartStd) && drive.StartStd >= 0))
            yield return Number(drive, "standard deviation of the start", drive.StartStd, "a finite number, at least 0");
        if (!(double.IsFinite(drive.BurstStd) && drive.BurstStd >= 0))
            yield return Number(drive, "standard deviation of the bursts", drive.BurstStd, "a finite number, at least 0");
        if (!(double.IsFinite(drive.BurstRate) && drive.BurstRate > 0))
            yield return Number(drive, "burst rate", drive.BurstRate, "a finite number above 0");
        if (drive.SpikesPerBurst <= 0)
            yield return Number(drive, "number of spikes per burst", drive.SpikesPerBurst, "a whole number above 0");
        if (!double.IsFinite(drive.SpikeInterval))
            yield return Number(drive, "interval of the spikes", drive.SpikeInterval, "a finite number");
        var length = (drive.SpikesPerBurst - 1) * drive.SpikeInterval;
        if (length > 1000 / drive.BurstRate)
        {
            yield return new(
                $"A burst of drive '{drive.Name}' lasts {length} ms.", $"At {drive.BurstRate} Hz the next burst begins after {1000 / drive.BurstRate} ms.",
                "Give fewer spikes, a shorter interval or a lower rate.");
        }
    }

    private static NetworkProblem Number(Drive drive, string what, double value, string expected) =>
        new($"The {what} of drive '{drive.Name}' is {value}.", $"It must be {expected}.", $"Give {expected}.");
}
