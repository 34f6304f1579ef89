using Hnn.Engine.Cells;
using Hnn.Engine.Mechanisms;

namespace Hnn.Testing.Oracle;

/// <summary>Makes the currents of a segment; holds the rate tables of one temperature.</summary>
internal sealed class MechanismSet(double celsius)
{
    private readonly AnomalousRectifierCurrent.Rates _ar = new();
    private readonly HighThresholdCalciumCurrent.Rates _ca = new(celsius);
    private readonly LowThresholdCalciumCurrent.Rates _cat = new();
    private readonly HodgkinHuxleyCurrent.Rates _hh2 = new(celsius);
    private readonly MuscarinicCurrent.Rates _km = new(celsius);

    /// <summary>The segment's calcium, with a pool if the section has <c>cad</c>.</summary>
    public InnerCalcium Calcium(Section section, double distance, int segment) =>
        new(celsius, section.Mechanisms.ContainsKey("cad") ? Parameter(section, "cad", "taur", distance, segment) : null);

    /// <summary>One current of a segment, or null if the section does not have the mechanism.</summary>
    public MembraneCurrent? Current(string mechanism, Section section, double distance, int segment, InnerCalcium calcium)
    {
        double Value(string parameter) => Parameter(section, mechanism, parameter, distance, segment);
        return !section.Mechanisms.ContainsKey(mechanism) ? null : mechanism switch
        {
            "ar" => new AnomalousRectifierCurrent(_ar, Value("gbar")),
            "ca" => new HighThresholdCalciumCurrent(_ca, calcium, Value("gbar")),
            "cat" => new LowThresholdCalciumCurrent(_cat, Value("gbar")),
            "hh2" => new HodgkinHuxleyCurrent(_hh2, Value("gnabar"), Value("gkbar"), Value("gl"), Value("el")),
            "kca" => new CalciumActivatedCurrent(celsius, calcium, Value("gbar")),
            "km" => new MuscarinicCurrent(_km, Value("gbar")),
            _ => throw new NotSupportedException($"The oracle knows no mechanism '{mechanism}'."),
        };
    }

    private static double Parameter(Section section, string mechanism, string parameter, double distance, int segment) =>
        section.Mechanisms[mechanism].TryGetValue(parameter, out var profile)
            ? profile.At(distance, segment)
            : MechanismLibrary.All.Single(candidate => candidate.Name == mechanism).Parameters.Single(p => p.Name == parameter).Default;
}
