using System.Collections.Immutable;

namespace Hnn.Core.Networks;

/// <summary>A group of connections of one kind between two populations. Its numbers may be changed; who is connected to whom may not.</summary>
/// <remarks>At in-plane distance d: weight = <see cref="Weight"/> · <see cref="Gain"/> · exp(-d²/λ²), delay = <see cref="Delay"/> / exp(-d²/λ²), with
/// λ = <see cref="SpaceConstant"/> · in-plane distance of the network. Every section of the location carries a contact of the full weight.</remarks>
public sealed class Connection
{
    internal Connection()
    {
    }

    /// <summary>Name of the population or drive the spikes come from.</summary>
    public string SourceType { get; internal set; } = "";

    /// <summary>Name of the population that receives.</summary>
    public string TargetType { get; internal set; } = "";

    /// <summary>Whether the spikes come from a drive.</summary>
    public bool IsFromDrive { get; internal init; }

    /// <summary>Connected pairs in the order of creation: source after source, each with its targets.</summary>
    public ImmutableArray<(int Source, int Target)> Pairs { get; internal set; }

    /// <summary>Sources named when the connection was made, ascending, also those that random pruning left without a target.</summary>
    public ImmutableArray<int> SourceGids { get; internal set; }

    /// <summary>Targets named when the connection was made, ascending, also those that random pruning left without a source.</summary>
    public ImmutableArray<int> TargetGids { get; internal init; }

    /// <summary>Where the contacts sit: a group such as <c>proximal</c>, or a section's name.</summary>
    public string Location { get; internal init; } = "";

    /// <summary>Receptor of the contacts, for example <c>ampa</c>.</summary>
    public string Receptor { get; internal init; } = "";

    /// <summary>Synaptic weight at distance 0 in µS, before the gain. At least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Weight
    {
        get;
        set
        {
            Require.NotNegative(value, "µS", nameof(Weight));
            field = value;
        }
    }

    /// <summary>Delay at distance 0 in ms. At least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Delay
    {
        get;
        set
        {
            Require.NotNegative(value, "ms", nameof(Delay));
            field = value;
        }
    }

    /// <summary>Space constant in units of the network's in-plane distance. Positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double SpaceConstant
    {
        get;
        set
        {
            Require.Positive(value, "", nameof(SpaceConstant));
            field = value;
        }
    }

    /// <summary>Factor of the weight, without unit. At least 0. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Gain
    {
        get;
        set
        {
            Require.NotNegative(value, "", nameof(Gain));
            field = value;
        }
    } = 1;

    /// <summary>Somatic voltage in mV above which the sources spike; null for the network's threshold. Default: null.</summary>
    /// <remarks>A cell has one threshold: of all connections that leave it, the one created last decides, as in the reference.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Threshold
    {
        get;
        set
        {
            Require.Finite(value ?? 0, nameof(Threshold));
            field = value;
        }
    }

    /// <summary>Part of the possible pairs that was kept at random, above 0 and at most 1. Default: 1.</summary>
    public double Probability { get; internal init; } = 1;

    /// <summary>Seed of that random choice; null if nothing was chosen.</summary>
    public int? Seed { get; internal init; }

    /// <summary>Whether a cell was allowed to connect to itself. Default: true.</summary>
    public bool AllowsAutapses { get; internal init; } = true;

    /// <summary>One line for people: who, to whom, where, through what, how many.</summary>
    public override string ToString() => $"{SourceType} -> {TargetType}, {Location}, {Receptor}: {Pairs.Length} pairs";

    internal Connection Clone() => (Connection)MemberwiseClone();
}
