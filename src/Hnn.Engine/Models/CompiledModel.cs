namespace Hnn.Engine.Models;

/// <summary>A network made ready to run with one time step: cell plans and contacts. Immutable; shared by threads, trials and runs.</summary>
public sealed class CompiledModel
{
    // What alike models have in common, so that one look tells whether two are.
    private readonly object _kind;

    private CompiledModel(NetworkDescription description, double timeStep, double stopTime, CompiledModel? like)
    {
        Description = description;
        TimeStep = timeStep;
        StopTime = stopTime;
        Plans = [.. description.Populations.Where(population => population.Count > 0)
            .Select(population => like?.PlanFor(population, this) ?? CellPlanCompiler.Compile(population, description, timeStep))];
        _kind = like is not null && IsOfKind(like) ? like._kind : new object();
        Contacts = ContactTable.Compile(description, Plans, stopTime, like is not null && IsAlike(like) ? like : null);
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

    /// <summary>The plan of a cell; null if there is no such cell.</summary>
    internal CellPlan? PlanOf(int gid) =>
        Array.Find(Plans, plan => gid >= plan.Population.FirstGid && gid < plan.Population.FirstGid + plan.Population.Count);

    /// <summary>Compiles a network. Takes time linear in its contacts.</summary>
    /// <param name="description">The network; already checked.</param>
    /// <param name="timeStep">Integration step in ms. Positive.</param>
    /// <param name="stopTime">Longest time in ms it will be run for. Default: unlimited.</param>
    /// <param name="like">A model compiled before; what the two have in common is taken from it, so that compiling is faster and the two may be alike. Default: none.</param>
    /// <returns>The model, ready for <see cref="Runs.Simulator"/>.</returns>
    public static CompiledModel Compile(
        NetworkDescription description, double timeStep, double stopTime = double.PositiveInfinity, CompiledModel? like = null) =>
        new(description, timeStep, stopTime, like);

    /// <summary>Whether one of two models was compiled like the other, and their networks differ in contacts (weights, delays, pairs) only.</summary>
    /// <param name="other">Another model.</param>
    /// <remarks>A run of one may go on from a state of the other.</remarks>
    public bool IsAlike(CompiledModel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(_kind, other._kind);
    }

    /// <summary>Whether trials of both may be in one run: the models are alike and have the same shortest delay between cells.</summary>
    /// <param name="other">Another model.</param>
    public bool CanRunWith(CompiledModel other) => IsAlike(other) && Contacts.ShortestDelay == other.Contacts.ShortestDelay;

    /// <summary>Whether two alike models have the same contacts between cells, so that they differ in the contacts of drives only.</summary>
    /// <param name="other">Another model.</param>
    public bool HasSameLocalContacts(CompiledModel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAlike(other) && Contacts.HasSameLocalPart(other.Contacts);
    }

    // The plan of a population for another network, if it would be the same.
    private CellPlan? PlanFor(Population population, CompiledModel other) =>
        TimeStep == other.TimeStep && Description.Celsius == other.Description.Celsius
            && Array.Find(Plans, plan => plan.Population == population) is { } plan
            && CellPlanCompiler.ClampsOf(population, Description).SequenceEqual(CellPlanCompiler.ClampsOf(population, other.Description))
            && CellPlanCompiler.SynapsesReached(population, Description).SetEquals(CellPlanCompiler.SynapsesReached(population, other.Description))
                ? plan
                : null;

    private bool IsOfKind(CompiledModel other) =>
        StopTime == other.StopTime
        && Plans.SequenceEqual(other.Plans)
        && Description.Positions.AsSpan().SequenceEqual(other.Description.Positions.AsSpan())
        && Description.Thresholds.AsSpan().SequenceEqual(other.Description.Thresholds.AsSpan())
        && Description.ElectrodeArrays.SequenceEqual(other.Description.ElectrodeArrays);
}
