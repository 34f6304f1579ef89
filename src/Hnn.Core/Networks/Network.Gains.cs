namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>The gains of the connections between cells, by the polarity of source and target.</summary>
    public SynapticGains Gains => new(
        GainsOf(Polarity.Excitatory, Polarity.Excitatory),
        GainsOf(Polarity.Excitatory, Polarity.Inhibitory),
        GainsOf(Polarity.Inhibitory, Polarity.Excitatory),
        GainsOf(Polarity.Inhibitory, Polarity.Inhibitory));

    /// <summary>Sets the gain of all connections between cells, by the polarity of source and target. Drives keep theirs.</summary>
    /// <param name="ee">Gain from excitatory to excitatory cells, at least 0. Default: as it is.</param>
    /// <param name="ei">Gain from excitatory to inhibitory cells, at least 0. Default: as it is.</param>
    /// <param name="ie">Gain from inhibitory to excitatory cells, at least 0. Default: as it is.</param>
    /// <param name="ii">Gain from inhibitory to inhibitory cells, at least 0. Default: as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A gain is negative or not finite; no gain was changed.</exception>
    public void SetGains(double? ee = null, double? ei = null, double? ie = null, double? ii = null)
    {
        foreach (var (name, gain) in new[] { (nameof(ee), ee), (nameof(ei), ei), (nameof(ie), ie), (nameof(ii), ii) })
            Require.NotNegative(gain ?? 0, name: name);
        SetGain(Polarity.Excitatory, Polarity.Excitatory, ee);
        SetGain(Polarity.Excitatory, Polarity.Inhibitory, ei);
        SetGain(Polarity.Inhibitory, Polarity.Excitatory, ie);
        SetGain(Polarity.Inhibitory, Polarity.Inhibitory, ii);
    }

    /// <summary>A copy with other gains; see <see cref="SetGains"/>.</summary>
    /// <param name="ee">Gain from excitatory to excitatory cells, at least 0. Default: as it is.</param>
    /// <param name="ei">Gain from excitatory to inhibitory cells, at least 0. Default: as it is.</param>
    /// <param name="ie">Gain from inhibitory to excitatory cells, at least 0. Default: as it is.</param>
    /// <param name="ii">Gain from inhibitory to inhibitory cells, at least 0. Default: as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A gain is negative or not finite.</exception>
    public Network WithGains(double? ee = null, double? ei = null, double? ie = null, double? ii = null)
    {
        var copy = Clone();
        copy.SetGains(ee, ei, ie, ii);
        return copy;
    }

    private IEnumerable<Connection> Between(Polarity source, Polarity target) => _connections.Where(connection =>
        !connection.IsFromDrive
        && CellTypes[connection.SourceType].Polarity == source
        && CellTypes[connection.TargetType].Polarity == target);

    private ClassGain? GainsOf(Polarity source, Polarity target)
    {
        var gains = Between(source, target).Select(connection => connection.Gain).ToList();
        return gains.Count == 0 ? null : new ClassGain(gains[0], gains.TrueForAll(gain => gain == gains[0]));
    }

    private void SetGain(Polarity source, Polarity target, double? gain)
    {
        foreach (var connection in Between(source, target))
            connection.Gain = gain ?? connection.Gain;
    }
}
