namespace Hnn.Engine.Kernels;

// ChebyshevFit: the polynomial through a function's values at Chebyshev points, which is near the minimax polynomial.
internal static class ChebyshevFit
{
    /// <summary>Coefficients of 1, x, x², … of the polynomial that meets the function at degree + 1 Chebyshev points of [low, high].</summary>
    public static double[] Monomials(Func<double, double> function, double low, double high, int degree)
    {
        var count = degree + 1;
        var points = new double[count];
        var differences = new double[count];
        for (var i = 0; i < count; i++)
        {
            points[i] = (low + high) / 2 + (high - low) / 2 * Math.Cos(Math.PI * (2 * i + 1) / (2 * count));
            differences[i] = function(points[i]);
        }

        for (var level = 1; level < count; level++)
        {
            for (var i = count - 1; i >= level; i--)
                differences[i] = (differences[i] - differences[i - 1]) / (points[i] - points[i - level]);
        }

        return Expanded(points, differences);
    }

    // Newton's form multiplied out.
    private static double[] Expanded(double[] points, double[] differences)
    {
        var coefficients = new double[points.Length];
        for (var i = points.Length - 1; i >= 0; i--)
        {
            for (var k = points.Length - 1; k > 0; k--)
                coefficients[k] = coefficients[k - 1] - points[i] * coefficients[k];
            coefficients[0] = differences[i] - points[i] * coefficients[0];
        }

        return coefficients;
    }
}
