using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Testing.Oracle;

/// <summary>A second engine, plain and scalar, in the reference's order of operations: what the fast engine is measured by.</summary>
/// <remarks>Section numbers in this folder are those of the numerics specification.</remarks>
public static class OracleSimulator
{
    /// <summary>Runs one trial from rest to the end.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">Spike times of its drive cells.</param>
    /// <param name="options">Step and end; the rest is ignored.</param>
    /// <param name="probes">What to record besides dipoles, spikes and electrode potentials.</param>
    public static Recording Run(NetworkDescription network, TrialInput input, EngineOptions options, ImmutableArray<Probe> probes)
    {
        var trial = new OracleTrial(network, input, options);
        var recorder = new Recorder(network, trial, probes);
        recorder.SampleAtRest();
        for (var i = 0; i < trial.StepCount; i++)
            trial.Step(recorder.Sample);
        return recorder.ToRecording();
    }
}
