using Hnn.Core.Files;
using Hnn.Core.Files.NetworkJson;
using Hnn.Core.Optimization.Objectives;

namespace Hnn.Core.FitSetups;

/// <summary>The objective of a setup file: its kind, and a window or bands where it has them.</summary>
internal static class SetupObjective
{
    private const string Rmse = "rmse";
    private const string Correlation = "correlation";
    private const string BandPower = "bandPower";

    /// <summary>Reads the entry.</summary>
    /// <returns>The objective, the error by default; null if it cannot be made.</returns>
    /// <exception cref="FileFault">The entry is of a wrong kind.</exception>
    public static Objective? Read(JsonValue? entry, FaultList faults)
    {
        if (entry is null)
            return Objective.Rmse();
        var word = entry.IsObject ? entry["kind"] : entry;
        var kind = word.Text();
        var (start, stop) = entry.IsObject ? (entry.Optional("start")?.Number(), entry.Optional("stop")?.Number()) : (null, null);
        if (entry.IsObject)
            faults.CheckKeys(entry, kind == BandPower ? ["kind", "start", "stop", "bands"] : ["kind", "start", "stop"]);
        return kind switch
        {
            Rmse => faults.Try(entry, null, () => Objective.Rmse(start, stop)),
            Correlation => faults.Try(entry, null, () => Objective.Correlation(start, stop)),
            BandPower when entry.IsObject => faults.Try(entry, null, () => Objective.BandPower([.. entry["bands"].Items().Select(band => Band(band, faults))], start, stop)),
            BandPower => throw entry.Fault("The band power has no bands.", "It is the power in them that is maximised.", """Write an object: { "kind": "bandPower", "bands": [{ "low": 9, "high": 11 }] }."""),
            _ => throw word.Unlike($"one of {Rmse}, {Correlation}, {BandPower}"),
        };
    }

    private static (double Low, double High, double Weight) Band(JsonValue entry, FaultList faults)
    {
        faults.CheckKeys(entry, "low", "high", "weight");
        return (entry["low"].Number(), entry["high"].Number(), entry.Optional("weight")?.Number() ?? 1);
    }
}
