using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The normal distribution of CMA-ES and how it learns from ranked points. Mutable.</summary>
/// <remarks>Uses the symmetric roots of the covariance only, which do not depend on signs and order of eigenvectors.</remarks>
internal sealed class CmaDistribution
{
    private readonly CmaConstants _constants;
    private Matrix<double> _covariance;
    private Matrix<double> _root;
    private Matrix<double> _inverseRoot;
    private Vector<double> _center;
    private Vector<double> _stepPath;
    private Vector<double> _shapePath;
    private double _largestEigenvalue = 1;
    private double _smallestEigenvalue = 1;
    private int _generations;

    public CmaDistribution(CmaConstants constants, double[] center, double step)
    {
        _constants = constants;
        (_center, Step) = (Vector<double>.Build.DenseOfArray(center), step);
        _covariance = _root = _inverseRoot = Matrix<double>.Build.DenseIdentity(constants.Dimension);
        _stepPath = _shapePath = Vector<double>.Build.Dense(constants.Dimension);
    }

    /// <summary>The centre; it may lie outside the cube. Shape: [dimension].</summary>
    public Vector<double> Center => _center;

    /// <summary>The step (σ): the scale of the covariance.</summary>
    public double Step { get; private set; }

    /// <summary>Variance along each coordinate for a step of 1. Shape: [dimension].</summary>
    public Vector<double> Variances => _covariance.Diagonal();

    /// <summary>Standard deviation along the longest axis.</summary>
    public double LargestDeviation => Step * Math.Sqrt(_largestEigenvalue);

    /// <summary>Whether the covariance can be told from a flat one.</summary>
    public bool IsWellConditioned => _smallestEigenvalue > 1e-14 * _largestEigenvalue;

    /// <summary>Draws a point, which may lie outside the cube. Shape: [dimension].</summary>
    public double[] Draw(SolverRandom random) =>
        [.. _center + Step * (_root * Vector<double>.Build.Dense(_constants.Dimension, _ => random.NextNormal()))];

    /// <summary>Learns from the points of a generation.</summary>
    /// <param name="ranked">The points as they were drawn, the best one first.</param>
    public void Update(IReadOnlyList<double[]> ranked)
    {
        var steps = ranked.Select(point => (Vector<double>.Build.DenseOfArray(point) - _center) / Step).ToArray();
        var mean = Vector<double>.Build.Dense(_constants.Dimension);
        for (var i = 0; i < _constants.Parents; i++)
            mean += _constants.Weights[i] * steps[i];
        _center += Step * mean;
        _generations++;

        _stepPath = Follow(_stepPath, _constants.StepRate, _inverseRoot * mean);
        var length = _stepPath.L2Norm();
        // While the step grows fast, the shape's path stands still.
        var isStalled = length / Math.Sqrt(1 - Math.Pow(1 - _constants.StepRate, 2 * _generations)) >= (1.4 + 2.0 / (_constants.Dimension + 1)) * _constants.ExpectedLength;
        _shapePath = Follow(_shapePath, _constants.PathRate, isStalled ? mean * 0 : mean);
        UpdateCovariance(steps, isStalled);
        Step *= Math.Exp(_constants.StepRate / _constants.StepDamping * (length / _constants.ExpectedLength - 1));
        Decompose();
    }

    private Vector<double> Follow(Vector<double> path, double rate, Vector<double> mean) =>
        (1 - rate) * path + Math.Sqrt(rate * (2 - rate) * _constants.ParentMass) * mean;

    private void UpdateCovariance(Vector<double>[] steps, bool isStalled)
    {
        var (one, many) = (_constants.RankOneRate, _constants.RankManyRate);
        var makeUp = isStalled ? one * _constants.PathRate * (2 - _constants.PathRate) : 0;
        var covariance = (1 + makeUp - one - many * _constants.Weights.Sum()) * _covariance + one * _shapePath.OuterProduct(_shapePath);
        for (var i = 0; i < steps.Length; i++)
        {
            var weight = _constants.Weights[i];
            if (weight < 0)
            {
                // Scaled so that however long a bad step was, the covariance stays positive.
                var length = (_inverseRoot * steps[i]).L2Norm();
                weight *= _constants.Dimension / (length * length);
            }

            covariance += many * weight * steps[i].OuterProduct(steps[i]);
        }

        _covariance = (covariance + covariance.Transpose()) / 2;
    }

    private void Decompose()
    {
        var eigen = _covariance.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(value => value.Real);
        (_largestEigenvalue, _smallestEigenvalue) = (values.Maximum(), values.Minimum());
        if (!IsWellConditioned)
            return;
        var deviations = values.PointwiseSqrt();
        _root = Symmetric(eigen.EigenVectors, deviations);
        _inverseRoot = Symmetric(eigen.EigenVectors, 1 / deviations);
    }

    private static Matrix<double> Symmetric(Matrix<double> vectors, Vector<double> values) =>
        (vectors * Matrix<double>.Build.DenseOfDiagonalVector(values)).TransposeAndMultiply(vectors);
}
