using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// RunChecks: the border of the engine: what a caller can get wrong in starting a run.
internal static class RunChecks
{
    public static void Check(CompiledModel model, ImmutableArray<TrialInput> trials, EngineOptions options, ImmutableArray<Probe> probes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        CheckTimes(model, options);
        CheckTrials(model, trials);
        if (probes.IsDefault)
            throw new ArgumentException("The list of probes is not initialised. Pass an empty one to record nothing more.", nameof(probes));
        foreach (var probe in probes)
            Check(model, probe);
    }

    public static void Check(ICellExchange exchange, int trials)
    {
        if (exchange.Part < 0 || exchange.Part >= exchange.Parts)
        {
            throw new ArgumentException(
                $"Part {exchange.Part} of {exchange.Parts} is none of the run's parts. Number them from 0 to one less than there are.", nameof(exchange));
        }

        if (exchange.Parts > 1 && trials != 1)
            throw new ArgumentException($"A run in {exchange.Parts} parts has exactly one trial, not {trials}. Run the trials one after the other.", nameof(trials));
    }

    private static void CheckTrials(CompiledModel model, ImmutableArray<TrialInput> trials)
    {
        if (trials.IsDefaultOrEmpty)
            throw new ArgumentException("A run needs at least one trial. Pass one TrialInput per trial.", nameof(trials));
        var driveCells = model.Description.Positions.Length - model.Description.CellCount;
        for (var trial = 0; trial < trials.Length; trial++)
        {
            var lists = trials[trial].DriveSpikes;
            if (lists.IsDefault || lists.Length != driveCells)
            {
                throw new ArgumentException(
                    $"Trial {trial} has spike times for {(lists.IsDefault ? 0 : lists.Length)} drive cells, the network has {driveCells}. Pass one list per drive cell.",
                    nameof(trials));
            }

            if (trials[trial].Variant is { } variant && !variant.CanRunWith(model))
            {
                throw new ArgumentException(
                    $"Trial {trial} is of a network that is not alike the run's, or has another shortest delay between cells. Compile it like the run's model, or run it by itself.",
                    nameof(trials));
            }

            for (var cell = 0; cell < lists.Length; cell++)
            {
                if (lists[cell].IsDefault || lists[cell].Any(double.IsNaN))
                {
                    throw new ArgumentException(
                        $"Trial {trial} has no list of spike times, or one with a time that is not a number, for drive cell {model.Description.CellCount + cell}. "
                        + "Pass numbers in ms, or an empty list for a silent cell.",
                        nameof(trials));
                }
            }
        }
    }

    private static void CheckTimes(CompiledModel model, EngineOptions options)
    {
        if (!(options.TimeStep > 0) || !double.IsFinite(options.TimeStep) || options.TimeStep != model.TimeStep)
        {
            throw new ArgumentException(
                $"The time step is {options.TimeStep} ms, the model was compiled for {model.TimeStep} ms. Compile the network for the step you run.",
                nameof(options));
        }

        if (!(options.StopTime >= options.TimeStep) || !double.IsFinite(options.StopTime) || options.StopTime > model.StopTime)
        {
            throw new ArgumentException(
                $"The stop time is {options.StopTime} ms. It must be at least one step of {options.TimeStep} ms and at most {model.StopTime} ms, for which the model was compiled.",
                nameof(options));
        }

        if (options.StopTime / options.TimeStep > 1e9)
        {
            throw new ArgumentException(
                $"A run of {options.StopTime} ms in steps of {options.TimeStep} ms has more than 1e9 steps. Use a longer step or an earlier end.", nameof(options));
        }

        if (options.Threads < 0)
            throw new ArgumentException($"The number of threads is {options.Threads}. Use 0 for one per processor, or a positive number.", nameof(options));
    }

    private static void Check(CompiledModel model, Probe probe)
    {
        var plan = model.PlanOf(probe.Gid)
            ?? throw Bad($"there is no cell {probe.Gid}; the cells are 0 to {model.Description.CellCount - 1}");
        var cell = plan.Population.Cell;
        var section = cell.Sections.FirstOrDefault(section => section.Name == probe.Section)
            ?? throw Bad($"a {plan.Population.Name} has no section '{probe.Section}', only {string.Join(", ", cell.Sections.Select(s => s.Name))}");
        if (probe.Quantity == ProbeQuantity.SynapticCurrent && !section.Receptors.Contains(probe.Receptor ?? ""))
            throw Bad($"the section has no receptor '{probe.Receptor}', only {string.Join(", ", section.Receptors)}");

        ArgumentException Bad(string why) =>
            new($"The probe of {probe.Quantity} at cell {probe.Gid}, section '{probe.Section}' cannot be placed: {why}.", nameof(probe));
    }
}
