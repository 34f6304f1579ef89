using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>What a fit minimises: a number for each simulation. Immutable. May be multiplied by numbers and added.</summary>
/// <example><c>Objective.Rmse(start: 50) + 10 * Objective.Correlation()</c></example>
public abstract class Objective
{
    private protected Objective()
    {
    }

    /// <summary>What is measured, for reports: <c>RMSE</c>, <c>correlation</c>, <c>band power</c>, the name of a closure, or a formula of these.</summary>
    public abstract string Name { get; }

    /// <summary>The name with the settings that can be said in words, by which two objectives are told apart.</summary>
    internal virtual string Details => Name;

    /// <summary>Whether it compares with a measured dipole.</summary>
    public abstract bool NeedsTarget { get; }

    /// <summary>Whether scores come with residuals, so that least-squares methods can be used.</summary>
    public abstract bool HasResiduals { get; }

    /// <summary>Root of the mean squared difference to the target in nAm, times the scale factor; the reference's <c>dipole_rmse</c>.</summary>
    /// <param name="start">First time in ms; moved into both recordings. Default: their start.</param>
    /// <param name="stop">Last time in ms; moved into both recordings. Default: their end.</param>
    /// <param name="weight">Weight of a sample as a function of its time in ms: finite, not negative, not zero everywhere. Default: equal weights.</param>
    /// <exception cref="ArgumentException">The window is empty, or its ends are not finite.</exception>
    /// <remarks>The same number as <see cref="Dipole.Rmse"/>, with residuals.</remarks>
    public static Objective Rmse(double? start = null, double? stop = null, Func<double, double>? weight = null) =>
        new RmseObjective(new TimeWindow(start, stop), weight);

    /// <summary>1 minus the correlation with the target, from 0 to 2; the reference's <c>dipole_corr</c>. Blind to scale and offset.</summary>
    /// <param name="start">First time in ms; moved into both recordings. Default: their start.</param>
    /// <param name="stop">Last time in ms; moved into both recordings. Default: their end.</param>
    /// <exception cref="ArgumentException">The window is empty, or its ends are not finite.</exception>
    public static Objective Correlation(double? start = null, double? stop = null) => new CorrelationObjective(new TimeWindow(start, stop));

    /// <summary>Minus the weighted sum of the power in frequency bands, each as a fraction of all power; the reference's <c>maximize_psd</c>. Needs no target.</summary>
    /// <param name="bands">Lowest and highest frequency in Hz, both included, and weight of each band. At least one.</param>
    /// <param name="start">First time in ms. Default: the start of the simulation.</param>
    /// <param name="stop">Last time in ms, included. Default: the end of the simulation.</param>
    /// <exception cref="ArgumentException">There is no band, a band or the window is empty, or a number is not finite.</exception>
    /// <example><c>Objective.BandPower([(9, 11, 1), (19, 21, 2)])</c></example>
    public static Objective BandPower(ImmutableArray<(double Low, double High, double Weight)> bands, double? start = null, double? stop = null) =>
        new BandPowerObjective(bands, new TimeWindow(start, stop));

    /// <summary>Any number computed from a simulation.</summary>
    /// <param name="name">What it measures, for reports.</param>
    /// <param name="loss">Gives the number: the smaller, the better. Called once for a simulation; with several trials once more for each, with that trial's dipole and the whole result.</param>
    /// <param name="needsTarget">Whether it uses <see cref="ObjectiveInput.Target"/>. Default: false.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Objective Custom(string name, Func<ObjectiveInput, double> loss, bool needsTarget = false) =>
        new CustomObjective(name, loss, needsTarget);

    /// <summary>The sum of two objectives.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Objective operator +(Objective left, Objective right) => new SumObjective(left, right);

    /// <summary>A multiple of an objective.</summary>
    /// <param name="factor">The factor; finite.</param>
    /// <param name="objective">The objective.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not finite.</exception>
    public static Objective operator *(double factor, Objective objective) => new ScaledObjective(factor, objective);

    /// <summary>A multiple of an objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="factor">The factor; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not finite.</exception>
    public static Objective operator *(Objective objective, double factor) => factor * objective;

    /// <summary>Says what a simulation is worth.</summary>
    /// <param name="input">Its dipoles and the target.</param>
    /// <exception cref="ArgumentException">The objective compares with a target, and there is none.</exception>
    public Score Evaluate(ObjectiveInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckTarget(input.Target);
        return ScoreOf(input);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Checks, before anything is simulated, whether such simulations can be judged.</summary>
    /// <param name="options">How will be simulated.</param>
    /// <param name="target">The measured dipole; null if there is none.</param>
    /// <exception cref="ArgumentException">They cannot; says why.</exception>
    internal void Check(SimulationOptions options, Dipole? target)
    {
        CheckTarget(target);
        CheckWindow(options, target);
    }

    /// <summary>Checks whether window, simulation and target go together; there is a target if one is needed.</summary>
    private protected abstract void CheckWindow(SimulationOptions options, Dipole? target);

    /// <summary>The score; there is a target if one is needed.</summary>
    private protected abstract Score ScoreOf(ObjectiveInput input);

    private void CheckTarget(Dipole? target)
    {
        if (NeedsTarget && target is null)
            throw new ArgumentException($"The objective '{Name}' compares with a measured dipole, but there is none. Pass a target.", nameof(target));
    }
}
