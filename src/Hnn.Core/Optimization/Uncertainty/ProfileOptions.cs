using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How profiles are computed, and what counts as fitting as well as the best. Immutable.</summary>
public sealed record ProfileOptions
{
    /// <summary>21 grid values, two refinements, the built-in solver, limits of 95 %, noise estimated from the residuals.</summary>
    public static ProfileOptions Default { get; } = new();

    /// <summary>Number of grid values from one end of a range to the other. At least 2. Default: 21.</summary>
    public int GridValues { get; init; } = 21;

    /// <summary>How often each limit is computed again with a further value where it was found. Not negative. Default: 2.</summary>
    public int Refinements { get; init; } = 2;

    /// <summary>The most evaluations spent on the other parameters at one value. Positive. Default: 60.</summary>
    public int EvaluationsPerValue { get; init; } = 60;

    /// <summary>The solver that adjusts the other parameters; null for least squares with wide difference steps, which needs residuals. Default: null.</summary>
    public Solver? Solver { get; init; }

    /// <summary>Difference step of the built-in solver, as a fraction of a range. Above 0 and at most 0.5. Default: 0.05, wide enough to span the jumps of spiking networks.</summary>
    public double Step { get; init; } = 0.05;

    /// <summary>Confidence of the limits. Above 0 and below 1. Default: 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Variance of the noise of one residual, in the units of the loss squared. Not negative. Default: null, which is estimated from the best fit as loss² / (observations - parameters).</summary>
    public double? NoiseVariance { get; init; }

    /// <summary>
    /// Number of independent observations among the residuals. Above the number of parameters; without effect if the variance is given. Default: null, all residuals. A smoothed waveform has
    /// far fewer than samples: about its length divided by the width of the smoothing; counting all makes intervals too narrow.
    /// </summary>
    public int? Observations { get; init; }

    /// <summary>Where there are neither residuals nor a variance nor a number of observations: losses up to this times the best count as fitting as well. At least 1. Default: 1.05.</summary>
    public double Tolerance { get; init; } = 1.05;

    /// <summary>Seed of the solver. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Require.InRange(GridValues, 2, int.MaxValue);
        Require.InRange(Refinements, 0, int.MaxValue);
        Require.InRange(EvaluationsPerValue, 1, int.MaxValue);
        Require.InRange(Step, double.Epsilon, 0.5);
        Require.InRange(Confidence, double.Epsilon, 1 - 1e-12);
        Require.InRange(Tolerance, 1, double.MaxValue);
        Require.NotNegative(NoiseVariance ?? 0, name: nameof(NoiseVariance));
    }
}
