using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>Asks that oracle and library make the same of a network.</summary>
internal static class EngineAgreement
{
    // Part of a trace's largest magnitude. Both engines follow the same rules; what differs is rounding, which some traces amplify.
    private const double Tolerance = 1e-9;

    /// <summary>Runs the first trial on both: equal spikes, and dipoles, probes and potentials within 1e-9 of their peaks.</summary>
    /// <returns>What the library recorded.</returns>
    public static Recording Of(Network net, SimulationOptions options)
    {
        var plan = SimulationPlan.For(net, options);
        var (expected, actual) = (Run(EngineUnderTest.Oracle), Run(EngineUnderTest.Library));
        Assert.Equal(expected.Times, actual.Times);
        Assert.Equal(expected.Spikes.OrderBy(spike => spike.Time).ThenBy(spike => spike.Gid), actual.Spikes);
        foreach (var (population, moment) in expected.Dipoles)
            Agree(population, moment, actual.Dipoles[population]);
        for (var probe = 0; probe < plan.Job.Probes.Length; probe++)
            Agree(plan.Job.Probes[probe].ToString(), expected.Probes[probe], actual.Probes[probe]);
        foreach (var (array, contacts) in expected.Potentials.Index())
            for (var contact = 0; contact < contacts.Length; contact++)
                Agree($"array {array}, contact {contact}", contacts[contact], actual.Potentials[array][contact]);
        return actual;

        Recording Run(EngineUnderTest engine) => engine.Run(plan.Job.Network, plan.Job.Trials[0], options.ForEngine(), plan.Job.Probes);
    }

    private static void Agree(string subject, ImmutableArray<double> expected, ImmutableArray<double> actual)
    {
        var peak = expected.Max(Math.Abs);
        var difference = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(difference <= Tolerance * peak, $"{subject} differs by {difference}, of a peak of {peak}.");
    }
}
