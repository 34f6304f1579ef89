namespace Hnn.Jupyter.Tests.Kernel;

/// <summary>One kernel for many tests, which run one after the other: to start it takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class SharedKernel : ICollectionFixture<SharedKernel>, IDisposable
{
    public const string Name = "Kernel";

    internal KernelProcess Kernel { get; } = new();

    internal KernelClient Client => Kernel.Client;

    public void Dispose() => Kernel.Dispose();
}
