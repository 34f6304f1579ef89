namespace Hnn.Testing.Oracle;

/// <summary>A rate function, tabulated over voltage and read by linear interpolation (section 5, TABLE rule).</summary>
/// <remarks>The abscissae are a running sum, as in the reference; beyond the ends the end values hold.</remarks>
internal sealed class RateTable
{
    private readonly double _low;
    private readonly double _intervalsPerMillivolt;
    private readonly double[] _values;

    /// <summary>Tabulates a function at <paramref name="intervals"/> + 1 voltages.</summary>
    public RateTable(double low, double high, int intervals, Func<double, double> function)
    {
        var width = (high - low) / intervals;
        _low = low;
        _intervalsPerMillivolt = 1 / width;
        _values = new double[intervals + 1];
        for (var (i, v) = (0, low); i <= intervals; i++, v += width)
            _values[i] = function(v);
    }

    /// <summary>The interpolated value at a voltage in mV.</summary>
    public double At(double v)
    {
        var position = _intervalsPerMillivolt * (v - _low);
        if (position <= 0)
            return _values[0];
        if (position >= _values.Length - 1)
            return _values[^1];
        var i = (int)position;
        var fraction = position - i;
        return _values[i] + fraction * (_values[i + 1] - _values[i]);
    }
}
