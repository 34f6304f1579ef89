namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Where a profile crosses a threshold.</summary>
internal static class ProfileLimits
{
    /// <summary>
    /// The outermost crossing on one side, or null if the outermost point is below the threshold. Between points √(loss² - best²) is taken as a straight line,
    /// which is exact for linear models (D. M. Bates, D. G. Watts, Nonlinear Regression Analysis, 1988, section 6.1); next to a failed point the middle is taken.
    /// </summary>
    /// <param name="inwards">The profile from its outer end on that side inwards. At least one point is below the threshold.</param>
    /// <param name="best">The lowest loss known.</param>
    /// <param name="threshold">The threshold of the loss.</param>
    public static double? Crossing(IReadOnlyList<ProfilePoint> inwards, double best, double threshold)
    {
        for (var i = 0; i < inwards.Count; i++)
        {
            if (inwards[i].Fit.Loss > threshold)
                continue;
            if (i == 0)
                return null;
            var (inner, outer) = (inwards[i], inwards[i - 1]);
            if (!outer.Fit.IsFinite)
                return (inner.Coordinate + outer.Coordinate) / 2;
            var (low, high, root) = (Root(inner.Fit.Loss), Root(outer.Fit.Loss), Root(threshold));
            return inner.Coordinate + (outer.Coordinate - inner.Coordinate) * (root - low) / (high - low);
        }

        return null;

        double Root(double loss) => Math.Sqrt(Math.Max(0, loss * loss - best * best));
    }
}
