namespace Hnn.Engine.Models;

/// <summary>A network made ready to run with one time step: cell plans and contacts. Immutable; shared by threads, trials and runs.</summary>
public sealed class CompiledModel
{
    private CompiledModel(NetworkDescription description, double timeStep, double stopTime)
    {
        Description = description;
        TimeStep = timeStep;
        StopTime = stopTime;
        Plans = [.. description.Populations.Where(population => population.Count > 0)
            .Select(population => CellPlanCompiler.Compile(population, description, timeStep))];
        Contacts = ContactTable.Compile(description, Plans, stopTime);
    }

    /// <summary>The network it was compiled from.</summary>
    public NetworkDescription Description { get; }

    /// <summary>Integration step in ms.</summary>
    public double TimeStep { get; }

    /// <summary>Longest time in ms it can be run for; contacts that would act later are left out.</summary>
    public double StopTime { get; }

    /// <summary>Number of contacts with a weight that act within the stop time.</summary>
    public int ContactCount => Contacts.Count;

    /// <summary>Number of membrane segments of all cells together.</summary>
    public int SegmentCount => Plans.Sum(plan => plan.Population.Count * plan.Sections.Values.Sum(section => section.Count));

    internal CellPlan[] Plans { get; }

    internal ContactTable Contacts { get; }

    /// <summary>Compiles a network. Takes time linear in its contacts.</summary>
    /// <param name="description">The network; already checked.</param>
    /// <param name="timeStep">Integration step in ms. Positive.</param>
    /// <param name="stopTime">Longest time in ms it will be run for. Default: unlimited.</param>
    /// <returns>The model, ready for <see cref="Runs.Simulator"/>.</returns>
    public static CompiledModel Compile(
        NetworkDescription description, double timeStep, double stopTime = double.PositiveInfinity) =>
        new(description, timeStep, stopTime);
}
