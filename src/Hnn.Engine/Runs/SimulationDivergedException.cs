using System.Globalization;

namespace Hnn.Engine.Runs;

/// <summary>A voltage became infinite or no number, so the run cannot go on.</summary>
public sealed class SimulationDivergedException : Exception
{
    /// <summary>Tells a fault; for faults that were found in another process.</summary>
    /// <param name="time">Time in ms of the first sample that was not finite.</param>
    /// <param name="trial">Index of the trial within the run.</param>
    /// <param name="gid">Gid of the cell.</param>
    /// <param name="population">Name of the cell's population.</param>
    /// <param name="section">Name of the section in which it began.</param>
    public SimulationDivergedException(double time, int trial, int gid, string population, string section)
        : base(
            $"At {time.ToString("F3", CultureInfo.InvariantCulture)} ms of trial {trial}, the voltage of cell {gid} ({population}) stopped being a finite number, "
            + $"beginning at its section '{section}'. A parameter or synaptic weight there is too large, or not a number. "
            + "Check the section's mechanisms and the weights of the connections to it.")
    {
        (Time, Trial, Gid, Population, Section) = (time, trial, gid, population, section);
    }

    /// <summary>The same fault, said of a later trial.</summary>
    /// <param name="trials">By how many trials it is later.</param>
    public SimulationDivergedException After(int trials) => new(Time, Trial + trials, Gid, Population, Section);

    /// <summary>Time in ms of the first sample that was not finite.</summary>
    public double Time { get; }

    /// <summary>Index of the trial within the run.</summary>
    public int Trial { get; }

    /// <summary>Gid of the cell.</summary>
    public int Gid { get; }

    /// <summary>Name of the cell's population.</summary>
    public string Population { get; }

    /// <summary>Name of the section in which it began.</summary>
    public string Section { get; }
}
