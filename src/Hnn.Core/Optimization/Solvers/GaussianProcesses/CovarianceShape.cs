namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>How the covariance of two points falls with their distance r, measured in length scales.</summary>
internal enum CovarianceShape
{
    /// <summary>(1 + √5 r + 5/3 r²) exp(-√5 r): twice differentiable functions.</summary>
    Matern52,

    /// <summary>exp(-r²/2): infinitely smooth functions.</summary>
    SquaredExponential,
}
