namespace Hnn.Testing.Oracle;

/// <summary>A current through the membrane of one segment, with its states: an ion channel or a synapse.</summary>
public abstract class MembraneCurrent
{
    private protected MembraneCurrent(double scale) => Scale = scale;

    /// <summary>Factor from the current's own unit to mA/cm²: 1 for channels, 100/area for synapses in nA.</summary>
    public double Scale { get; }

    /// <summary>Sodium part of the last current, in its own unit.</summary>
    public virtual double Sodium => 0;

    /// <summary>Potassium part of the last current, in its own unit.</summary>
    public virtual double Potassium => 0;

    /// <summary>Calcium part of the last current, in its own unit.</summary>
    public virtual double Calcium => 0;

    /// <summary>Puts the states where a trial begins (section 3).</summary>
    internal abstract void Initialise(double v);

    /// <summary>The current at a voltage with the present states, outward positive, in its own unit.</summary>
    internal abstract double At(double v);

    /// <summary>Moves the states by one step at the new voltage (section 2, step 9).</summary>
    internal abstract void Advance(double v, double timeStep);

    /// <summary>A state, or a quantity of the last current, by the name it has in the literature, for example <c>m</c>.</summary>
    public abstract double Observe(string quantity);

    private protected KeyNotFoundException Unknown(string quantity) => new($"{GetType().Name} has no quantity '{quantity}'.");
}
