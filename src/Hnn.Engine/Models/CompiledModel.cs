namespace Hnn.Engine.Models;

/// <summary>A network made ready to run with one time step: cell plans, contacts, recording tables. Immutable; shared by threads, trials and runs.</summary>
public sealed class CompiledModel
{
    private CompiledModel(NetworkDescription description, double timeStep)
    {
        Description = description;
        TimeStep = timeStep;
    }

    /// <summary>The network it was compiled from.</summary>
    public NetworkDescription Description { get; }

    /// <summary>Integration step in ms.</summary>
    public double TimeStep { get; }

    /// <summary>Compiles a network. Takes time linear in its contacts.</summary>
    /// <param name="description">The network; already checked.</param>
    /// <param name="timeStep">Integration step in ms. Positive.</param>
    public static CompiledModel Compile(NetworkDescription description, double timeStep) => new(description, timeStep);
}
