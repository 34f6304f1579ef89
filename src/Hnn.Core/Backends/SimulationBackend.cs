namespace Hnn.Core.Backends;

/// <summary>The backend in force: that of the innermost <c>using</c> block around the call, also in tasks begun there.</summary>
public static class SimulationBackend
{
    private static readonly AsyncLocal<ISimulationBackend?> InForce = new();

    /// <summary>The backend in force; null for the threads of this process.</summary>
    public static ISimulationBackend? Current => InForce.Value;

    /// <summary>Puts a backend in force until what is returned is disposed of.</summary>
    /// <param name="backend">The backend; null for the threads of this process.</param>
    /// <returns>Puts back, when disposed of, the backend that was in force before.</returns>
    public static IDisposable Use(ISimulationBackend? backend)
    {
        var scope = new Scope(InForce.Value);
        InForce.Value = backend;
        return scope;
    }

    private sealed class Scope(ISimulationBackend? before) : IDisposable
    {
        public void Dispose() => InForce.Value = before;
    }
}
