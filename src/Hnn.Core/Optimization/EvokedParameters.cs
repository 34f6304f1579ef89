using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Optimization;

/// <summary>Times and weights of an evoked drive as parameters of a fit, by name.</summary>
internal static class EvokedParameters
{
    private const double GreatestNewWeight = 1;

    /// <summary>Name, value and range of each parameter of a drive: <c>mu</c>, <c>sigma</c>, then the weights.</summary>
    public static ImmutableArray<(string Name, double Value, Parameter Range)> Of(StepwiseEvokedFit fit, EvokedDrive drive)
    {
        var reach = fit.TimingRange * drive.Sigma;
        var (earliest, latest) = (Math.Max(0, drive.Mu - reach), Math.Min(fit.StopTime, drive.Mu + reach));
        return
        [
            (MuOf(drive), drive.Mu, Range(drive.Mu, Math.Min(earliest, drive.Mu), Math.Max(latest, drive.Mu))),
            (SigmaOf(drive), drive.Sigma, Range(drive.Sigma, drive.Sigma - fit.SigmaRange * drive.Sigma, drive.Sigma + fit.SigmaRange * drive.Sigma)),
            .. from connection in fit.InitialNetwork.Connections
               where connection.SourceType == drive.Name && WeightsOf(drive, connection.Receptor).ContainsKey(connection.TargetType)
               let weight = connection.Weight
               select (
                   WeightOf(drive, connection.Receptor, connection.TargetType), weight,
                   weight > 0 ? Range(weight, Math.Max(0, weight - fit.WeightRange * weight), weight + fit.WeightRange * weight) : Parameter.Linear(0, GreatestNewWeight)),
        ];
    }

    /// <summary>Sets a drive's times and weights in a network.</summary>
    public static void Set(Network net, string name, IReadOnlyDictionary<string, double> values)
    {
        net.ChangeDrive<EvokedDrive>(name, drive => drive with
        {
            Mu = values[MuOf(drive)],
            Sigma = values[SigmaOf(drive)],
            AmpaWeights = Changed(drive, drive.AmpaWeights, "ampa"),
            NmdaWeights = Changed(drive, drive.NmdaWeights, "nmda"),
        });

        // A connection whose weight was changed by itself follows, too, even if the drive already has the value.
        foreach (var connection in net.Connections.Where(connection => connection.SourceType == name))
        {
            if (values.TryGetValue(WeightOf(net.Drives[name], connection.Receptor, connection.TargetType), out var weight))
                connection.Weight = weight;
        }

        ImmutableSortedDictionary<string, double> Changed(Drive drive, ImmutableSortedDictionary<string, double> weights, string receptor) =>
            weights.SetItems(weights.Keys.Select(type => KeyValuePair.Create(type, values[WeightOf(drive, receptor, type)])));
    }

    private static Parameter Range(double value, double low, double high) => low < high ? Parameter.Linear(low, high) : Parameter.Fixed(value);

    private static ImmutableSortedDictionary<string, double> WeightsOf(Drive drive, string receptor) => receptor == "ampa" ? drive.AmpaWeights : drive.NmdaWeights;

    private static string MuOf(Drive drive) => $"{drive.Name}_mu";

    private static string SigmaOf(Drive drive) => $"{drive.Name}_sigma";

    private static string WeightOf(Drive drive, string receptor, string type) => $"{drive.Name}_{receptor}_{type}";
}
