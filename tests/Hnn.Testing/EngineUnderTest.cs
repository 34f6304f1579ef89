using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing.Oracle;

namespace Hnn.Testing;

/// <summary>An engine that can run a network.</summary>
public enum EngineUnderTest
{
    /// <summary>The plain engine of the tests.</summary>
    Oracle,

    /// <summary>The library's engine.</summary>
    Library,
}

/// <summary>Runs networks on the engine a test names, so that one test measures both.</summary>
public static class Engines
{
    /// <summary>The engines that are tested.</summary>
    public static ImmutableArray<EngineUnderTest> All { get; } = [EngineUnderTest.Oracle, EngineUnderTest.Library];

    /// <summary>Runs one trial from rest to the end.</summary>
    public static Recording Run(
        this EngineUnderTest engine, NetworkDescription network, TrialInput input, EngineOptions options, params ImmutableArray<Probe> probes) =>
        engine switch
        {
            EngineUnderTest.Oracle => OracleSimulator.Run(network, input, options, probes),
            _ => Simulator.Run(CompiledModel.Compile(network, options.TimeStep), [input], options, probes)[0],
        };
}
