namespace Hnn.Testing;

/// <summary>Random numbers for tests, the same on every machine and in every run.</summary>
public static class Draw
{
    /// <summary>Evenly distributed numbers. Shape: [count].</summary>
    /// <param name="count">How many.</param>
    /// <param name="low">Least value.</param>
    /// <param name="high">Value below which all lie.</param>
    /// <param name="seed">The same seed gives the same numbers.</param>
    public static double[] Uniform(int count, double low, double high, int seed)
    {
        var random = new Random(seed);
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = low + (high - low) * random.NextDouble();
        return values;
    }
}
