using System.Diagnostics;
using Hnn.Core.Backends;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Mpi.Ranks;

// One trial of a network whose cells are shared out among all ranks, in lock step.
internal sealed class CellsRun(SimulationJob job, CellExchange exchange)
{
    /// <summary>The network made ready to run; before the run, that of the run before, if it is known: what the two have in common is taken from it.</summary>
    public CompiledModel? Model { get; set; }

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told on rank 0 the part done.</param>
    /// <returns>On rank 0 what became of the trial; null on other ranks, and if the run was cancelled.</returns>
    public TrialOutcome? Run(Action<double> progress)
    {
        var begin = Stopwatch.GetTimestamp();
        try
        {
            Model = CompiledModel.Compile(job.Network, job.Options.TimeStep, job.Options.StopTime, Model);
            var simulation = new Simulation(Model, job.Trials, job.Options, job.Probes, exchange);
            while (!simulation.IsFinished)
            {
                simulation.AdvanceWindow();
                if (exchange.Part == 0)
                    progress(Math.Min(1, simulation.Time / job.Options.StopTime));
            }

            return exchange.Part == 0 ? new TrialOutcome(0, 0, simulation.Finish()[0], null, Stopwatch.GetElapsedTime(begin)) : null;
        }
        catch (SimulationDivergedException fault)
        {
            return exchange.Part == 0 ? new TrialOutcome(0, 0, null, fault, Stopwatch.GetElapsedTime(begin)) : null;
        }
        catch (OperationCanceledException) when (exchange.IsCanceled)
        {
            return null;
        }
    }
}
