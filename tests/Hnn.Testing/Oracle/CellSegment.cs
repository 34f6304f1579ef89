using System.Collections.Immutable;

namespace Hnn.Testing.Oracle;

/// <summary>The membrane of one segment of one cell: its currents in the order in which they are added (section 2.1).</summary>
public sealed class CellSegment
{
    private const double VoltageDifference = 0.001;
    private readonly ImmutableSortedDictionary<string, MembraneCurrent> _channels;
    private readonly ImmutableArray<MembraneCurrent> _currents;

    internal CellSegment(
        double area,
        double capacitance,
        InnerCalcium calcium,
        ImmutableSortedDictionary<string, MembraneCurrent> channels,
        ImmutableSortedDictionary<string, SynapticCurrent> synapses,
        ImmutableArray<MembraneCurrent> currents)
    {
        (Area, Capacitance, Calcium, Synapses) = (area, capacitance, calcium, synapses);
        (_channels, _currents) = (channels, currents);
    }

    /// <summary>Membrane area in µm².</summary>
    public double Area { get; }

    /// <summary>Membrane capacitance in µF/cm².</summary>
    public double Capacitance { get; }

    /// <summary>Inner calcium.</summary>
    public InnerCalcium Calcium { get; }

    /// <summary>Synapses by receptor; none but in the middle of a section.</summary>
    public ImmutableSortedDictionary<string, SynapticCurrent> Synapses { get; }

    /// <summary>Sodium current of the last step in mA/cm².</summary>
    public double Sodium => _currents.Sum(current => current.Scale * current.Sodium);

    /// <summary>Potassium current of the last step in mA/cm².</summary>
    public double Potassium => _currents.Sum(current => current.Scale * current.Potassium);

    /// <summary>Calcium current of the last step in mA/cm².</summary>
    public double CalciumCurrent { get; private set; }

    /// <summary>An ion channel by the name of its mechanism.</summary>
    public MembraneCurrent this[string mechanism] => _channels[mechanism];

    internal void Initialise(double v)
    {
        foreach (var current in _currents)
            current.Initialise(v);
    }

    /// <summary>Total current (mA/cm²) and its slope (S/cm²) at a voltage; electrode currents are not among them (section 2, step 4).</summary>
    internal (double Current, double Slope) Evaluate(double v)
    {
        Calcium.UpdateReversal();
        CalciumCurrent = 0;
        var (total, slope) = (0.0, 0.0);
        foreach (var current in _currents)
        {
            var displaced = current.At(v + VoltageDifference);
            var here = current.At(v);
            total += here * current.Scale;
            slope += (displaced - here) / VoltageDifference * current.Scale;
            CalciumCurrent += current.Calcium * current.Scale;
        }

        return (total, slope);
    }

    /// <summary>Step 9: the pool first, then everything else with the new voltage.</summary>
    internal void Advance(double v, double timeStep)
    {
        Calcium.Advance(CalciumCurrent, timeStep);
        foreach (var current in _currents)
            current.Advance(v, timeStep);
    }
}
