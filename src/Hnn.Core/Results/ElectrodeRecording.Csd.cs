using System.Collections.Immutable;
using Hnn.Core.Analysis;

namespace Hnn.Core.Results;

public sealed partial class ElectrodeRecording
{
    // Of the distance between contacts.
    private const double EvenContacts = 1e-5;

    /// <summary>Density of current sources along the height of the contacts, from the second difference of one trial's potentials.</summary>
    /// <param name="trial">Index of the trial. Default: the first.</param>
    /// <param name="asCurrent">Whether to multiply by the array's conductivity, which gives A/m³. Default: no, which gives µV/µm² as the reference does.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The array has fewer than four contacts, or they are not evenly spaced on a line that changes height.</exception>
    /// <remarks>
    /// Takes the potential to change with height only, so for an oblique line the contacts' difference in height counts.
    /// In µV/µm² it agrees with hnn-core 0.6, which always takes the first trial.
    /// </remarks>
    public CurrentSourceDensity Csd(int trial = 0, bool asCurrent = false)
    {
        Require.InRange(trial, 0, TrialCount - 1);
        CheckContacts();
        return CurrentSourceDensity.Of(Times, [.. Array.Contacts.Select(contact => contact.Z)], Voltages[trial], asCurrent ? Array.Conductivity : null);
    }

    private void CheckContacts()
    {
        var contacts = Array.Contacts;
        if (contacts.Length < CurrentSourceDensity.FewestContacts)
            throw Unsuitable($"are only {contacts.Length}, too few for second differences and their ends", $"Place at least {CurrentSourceDensity.FewestContacts}");
        var step = contacts[1] - contacts[0];
        if (Math.Abs(step.Z) <= EvenContacts * step.Length)
            throw Unsuitable("are all at one height", "Place them along the z axis");
        for (var i = 2; i < contacts.Length; i++)
        {
            if ((contacts[i] - contacts[i - 1] - step).Length > EvenContacts * step.Length)
                throw Unsuitable($"are not evenly spaced on a line (see contact {i})", "Place them on one, in order, at equal distances");
        }
    }

    private InvalidOperationException Unsuitable(string why, string fix) =>
        new($"The contacts of array '{Array.Name}' {why}, so it has no current source density. {fix}.");
}
