using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The strategy parameters of CMA-ES: table 1 of N. Hansen, "The CMA evolution strategy: a tutorial" (2016). Immutable.</summary>
internal sealed class CmaConstants
{
    public CmaConstants(int dimension, int population, bool isActive)
    {
        var n = (double)dimension;
        var raw = Enumerable.Range(1, population).Select(rank => Math.Log((population + 1) / 2.0) - Math.Log(rank)).ToArray();
        (Dimension, Population, Parents) = (dimension, population, population / 2);
        ParentMass = EffectiveCount(raw[..Parents]);
        RankOneRate = 2 / ((n + 1.3) * (n + 1.3) + ParentMass);
        RankManyRate = Math.Min(1 - RankOneRate, 2 * (0.25 + ParentMass - 2 + 1 / ParentMass) / ((n + 2) * (n + 2) + ParentMass));
        StepRate = (ParentMass + 2) / (n + ParentMass + 5);
        StepDamping = 1 + 2 * Math.Max(0, Math.Sqrt((ParentMass - 1) / (n + 1)) - 1) + StepRate;
        PathRate = (4 + ParentMass / n) / (n + 4 + 2 * ParentMass / n);
        ExpectedLength = Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));

        var negativeMass = EffectiveCount(raw[Parents..]);
        var negativeSum = isActive
            ? Math.Min(Math.Min(1 + RankOneRate / RankManyRate, 1 + 2 * negativeMass / (ParentMass + 2)), (1 - RankOneRate - RankManyRate) / (n * RankManyRate))
            : 0;
        var (positive, negative) = (raw.Where(w => w > 0).Sum(), -raw.Where(w => w < 0).Sum());
        Weights = [.. raw.Select(w => w > 0 ? w / positive : negativeSum * w / negative)];
    }

    public int Dimension { get; }

    /// <summary>Points of a generation (λ).</summary>
    public int Population { get; }

    /// <summary>How many of the best points make the next centre (µ).</summary>
    public int Parents { get; }

    /// <summary>How many parents of equal weight would count as much (µ_eff).</summary>
    public double ParentMass { get; }

    /// <summary>Weight of each rank in the covariance; those of the parents sum to 1, the others are not positive. Shape: [population].</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>c_1.</summary>
    public double RankOneRate { get; }

    /// <summary>c_µ.</summary>
    public double RankManyRate { get; }

    /// <summary>c_σ.</summary>
    public double StepRate { get; }

    /// <summary>d_σ.</summary>
    public double StepDamping { get; }

    /// <summary>c_c.</summary>
    public double PathRate { get; }

    /// <summary>Expected length of a standard normal vector.</summary>
    public double ExpectedLength { get; }

    private static double EffectiveCount(double[] weights) => weights.Sum() * weights.Sum() / weights.Sum(w => w * w);
}
