using System.Diagnostics;

namespace Hnn.Core.Simulation;

/// <summary>Turns the engine's fractions into reports with times.</summary>
internal sealed class ProgressMeter(IProgress<SimulationProgress> listener, SimulationOptions options) : IProgress<double>
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Report(double value) =>
        listener.Report(new SimulationProgress(value, options.StopTime * options.Trials, options.Trials, _clock.Elapsed));
}
