using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Simulation;

/// <summary>A fingerprint of a network: equal descriptions have the same on every machine, different ones practically never.</summary>
/// <remarks>SHA-256 over the description's fields in a fixed order: numbers little-endian, texts and lists after their length, dictionaries by ordinal keys.</remarks>
public sealed class ModelHash
{
    private const string Format = "Hnn network 1";

    private readonly Fingerprint _fingerprint;

    private ModelHash(Fingerprint fingerprint) => _fingerprint = fingerprint;

    /// <summary>The fingerprint of a network.</summary>
    /// <param name="network">The network; its drives' spike times are not part of it.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(NetworkDescription network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var fingerprint = new Fingerprint();
        new ModelHash(fingerprint).Add(network);
        return fingerprint.ToString();
    }

    private void Add(NetworkDescription network)
    {
        Add(Format);
        Add(network.Celsius);
        AddEach(network.Populations, Add);
        AddEach(network.Positions, Add);
        AddEach(network.Thresholds, Add);
        AddEach(network.Projections, Add);
        AddEach(network.Clamps, Add);
        AddEach(network.ElectrodeArrays, Add);
    }

    private void Add(Population population)
    {
        Add(population.Name);
        Add(population.FirstGid);
        Add(population.Count);
        Add(population.ContributesToDipole ? 1 : 0);
        Add(population.Cell.Name);
        Add(population.Cell.DipoleAxis);
        Add(population.Cell.Position);
        AddEach(population.Cell.Sections, Add);
        AddEach(population.Cell.Joints, Add);
        AddSorted(population.Cell.Synapses, Add);
        AddSorted(population.Cell.Locations, sections => AddEach(sections, Add));
    }

    private void Add(Section section)
    {
        Add(section.Name);
        Add(section.Length);
        Add(section.Diameter);
        Add(section.AxialResistivity);
        Add(section.Capacitance);
        Add(section.InitialVoltage);
        Add(section.EndPoints.Start);
        Add(section.EndPoints.End);
        Add(section.SegmentCount);
        AddSorted(section.Mechanisms, parameters => AddSorted(parameters, Add));
        AddEach(section.Receptors, Add);
    }

    private void Add(SectionJoint joint)
    {
        Add(joint.Parent);
        Add(joint.ParentEnd);
        Add(joint.Child);
    }

    private void Add(DensityProfile profile)
    {
        Add(profile.GetType().Name);
        AddEach<double>(
            profile switch
            {
                UniformDensity uniform => [uniform.Value],
                ExponentialDensity e => [e.Base, e.Slope, e.Rate, e.Offset],
                LinearDensity linear => [linear.AtSoma, linear.AtKink, linear.Kink],
                SegmentDensity segments => segments.Values,
                _ => throw new NotSupportedException($"The model hash does not know the density profile {profile.GetType().Name}. Add it here."),
            },
            Add);
    }

    private void Add(Synapse synapse)
    {
        Add(synapse.MechanismName);
        AddEach<double>(
            synapse switch
            {
                Exp2Synapse s => [s.Reversal, s.RiseTime, s.DecayTime],
                NmdaGaoSynapse s => [s.PeakTransmitter, s.PulseDuration, s.BindingRate, s.UnbindingRate, s.Reversal, s.Magnesium, s.ConductanceFactor],
                GabaBDestexheSynapse s => [s.PeakTransmitter, s.PulseDuration, s.K1, s.K2, s.K3, s.K4, s.KD, s.Reversal],
                _ => throw new NotSupportedException($"The model hash does not know the synapse {synapse.MechanismName}. Add it here."),
            },
            Add);
    }

    private void Add(Projection projection)
    {
        _fingerprint.Add(projection.Sources.AsSpan());
        _fingerprint.Add(projection.Targets.AsSpan());
        AddEach(projection.Sections, Add);
        Add(projection.Receptor);
        Add(projection.Weight);
        Add(projection.Delay);
        Add(projection.SpaceConstant);
    }

    private void Add(CurrentClamp clamp)
    {
        Add(clamp.Population);
        Add(clamp.Section);
        Add(clamp.Amplitude);
        Add(clamp.Start);
        Add(clamp.Duration);
    }

    private void Add(ElectrodeArray array)
    {
        Add(array.Name);
        AddEach(array.Contacts, Add);
        Add(array.Conductivity);
        Add((int)array.Method);
        Add(array.MinDistance);
    }

    private void Add(Point3 point)
    {
        Add(point.X);
        Add(point.Y);
        Add(point.Z);
    }

    private void Add(string text) => _fingerprint.Add(text);

    private void Add(int number) => _fingerprint.Add(number);

    // Zero has two signs that are equal, and NaN many forms; each gets one.
    private void Add(double number) => _fingerprint.Add(number == 0 ? 0.0 : double.IsNaN(number) ? double.NaN : number);

    private void AddEach<T>(ImmutableArray<T> items, Action<T> add)
    {
        Add(items.Length);
        foreach (var item in items)
            add(item);
    }

    private void AddSorted<T>(ImmutableSortedDictionary<string, T> items, Action<T> add)
    {
        Add(items.Count);
        foreach (var (key, value) in items.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            Add(key);
            add(value);
        }
    }
}
