using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>
/// Ranks points that were drawn outside the cube and evaluated on its border: the squared distance between the two is added
/// to the loss, with a weight for each coordinate that follows the spread of losses. Mutable; one for each distribution.
/// </summary>
/// <remarks>Source: N. Hansen, A. S. P. Niederberger, L. Guzzella, P. Koumoutsakos, IEEE Trans. Evol. Comput. 13, 180 (2009), section IV.B.</remarks>
internal sealed class BoundPenalty(CmaConstants constants)
{
    private readonly Queue<double> _spreads = new();
    private readonly double[] _weights = new double[constants.Dimension];
    private bool _hasWeights;

    /// <summary>Losses with their penalties.</summary>
    /// <param name="distribution">The distribution from which the points were drawn.</param>
    /// <param name="drawn">The points as they were drawn. Shape: [population, dimension].</param>
    /// <param name="losses">Losses of the points moved to the border. Shape: [population].</param>
    public double[] Apply(CmaDistribution distribution, IReadOnlyList<double[]> drawn, IReadOnlyList<double> losses)
    {
        var variances = distribution.Variances;
        Remember(losses);
        UpdateWeights(distribution, variances);
        if (!_hasWeights)
            return [.. losses];
        var meanLogarithm = variances.Average(Math.Log);
        double[] scales = [.. variances.Select(variance => Math.Exp(0.9 * (Math.Log(variance) - meanLogarithm)))];
        return [.. losses.Select((loss, k) => loss + drawn[k].Select((x, i) => _weights[i] * Square(Outside(x)) / scales[i]).Sum() / constants.Dimension)];
    }

    // The distance between the quartiles of the losses, over the last generations.
    private void Remember(IReadOnlyList<double> losses)
    {
        double[] finite = [.. losses.Where(double.IsFinite).Order()];
        if (finite.Length < 2)
            return;
        var spread = finite[3 * (finite.Length - 1) / 4] - finite[(finite.Length - 1) / 4];
        if (spread > 0)
            _spreads.Enqueue(spread);
        if (_spreads.Count > 20 + 3 * constants.Dimension / constants.Population)
            _spreads.Dequeue();
    }

    private void UpdateWeights(CmaDistribution distribution, Vector<double> variances)
    {
        if (_spreads.Count == 0 || distribution.Center.All(x => Outside(x) == 0))
            return;
        if (!_hasWeights)
        {
            var median = _spreads.Order().ElementAt(_spreads.Count / 2);
            Array.Fill(_weights, 2 * median / (Square(distribution.Step) * variances.Average()));
            _hasWeights = true;
        }

        var tolerance = 3 * Math.Max(1, Math.Sqrt(constants.Dimension) / constants.ParentMass) * distribution.Step;
        var growth = Math.Pow(1.1, Math.Max(1, constants.ParentMass / (10 * constants.Dimension)));
        for (var i = 0; i < _weights.Length; i++)
        {
            if (Math.Abs(Outside(distribution.Center[i])) > tolerance * Math.Sqrt(variances[i]))
                _weights[i] *= growth;
        }
    }

    private static double Outside(double x) => x - Math.Clamp(x, 0, 1);

    private static double Square(double x) => x * x;
}
