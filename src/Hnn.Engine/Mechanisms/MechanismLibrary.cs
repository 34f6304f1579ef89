using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hnn.Engine.Mechanisms;

/// <summary>The density mechanisms a section can have. A new one is a file in this folder and a line here.</summary>
public static class MechanismLibrary
{
    /// <summary>All mechanisms, in the order in which their currents are added.</summary>
    public static ImmutableArray<DensityMechanism> All { get; } =
        [
            new CalciumPool(), new AnomalousRectifier(), new HighThresholdCalcium(), new LowThresholdCalcium(),
            new FastSodiumPotassium(), new CalciumActivatedPotassium(), new MuscarinicPotassium(),
        ];

    /// <summary>Looks a mechanism up.</summary>
    /// <param name="name">Its name, for example <c>hh2</c>.</param>
    /// <param name="mechanism">The mechanism, if there is one.</param>
    /// <returns>Whether there is one of that name.</returns>
    public static bool TryGet(string name, [NotNullWhen(true)] out DensityMechanism? mechanism)
    {
        mechanism = All.FirstOrDefault(candidate => candidate.Name == name);
        return mechanism is not null;
    }
}
