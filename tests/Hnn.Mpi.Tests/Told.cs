namespace Hnn.Mpi.Tests;

/// <summary>Tells progress at once, on the thread that reports it.</summary>
internal sealed class Told<T>(Action<T> told) : IProgress<T>
{
    public void Report(T value) => told(value);
}
