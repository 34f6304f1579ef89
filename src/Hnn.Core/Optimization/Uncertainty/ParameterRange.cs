namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Where one parameter lies among several points. Immutable; all numbers are coordinates from 0 to 1.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Min">Smallest.</param>
/// <param name="LowerQuartile">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="UpperQuartile">Three quarters lie below.</param>
/// <param name="Max">Largest.</param>
public sealed record ParameterRange(string Parameter, double Min, double LowerQuartile, double Median, double UpperQuartile, double Max)
{
    private const double WholeRange = 0.9;

    /// <summary>Whether smallest and largest are at least nine tenths of the range apart: the points say nothing about this parameter.</summary>
    public bool SpansWholeRange => Max - Min >= WholeRange;
}
