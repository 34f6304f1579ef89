using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

// What each base sample adds to the variance (column 0), to the first-order parts (columns 1 … d) and to the total parts
// (columns d+1 … 2d) of an output: indices are ratios of column means, so resampling needs the rows alone.
// f(A), f(B): output at a sample's first and second half; f(AB_i): at the first half with coordinate i of the second.
//   variance ½ Σ (f(A) - m)² + (f(B) - m)²     first Σ (f(B) - m)(f(AB_i) - f(A))     total ½ Σ (f(A) - f(AB_i))²
// The sums run over the output's components; m is their mean, which resampling leaves as it is (an error of order 1/samples).
internal sealed class SobolSums
{
    private readonly List<PointValue> _first;
    private readonly List<PointValue> _second;
    private readonly Func<PointValue, ImmutableArray<double>> _output;
    private readonly double[] _mean;
    private readonly List<double[]> _rows = [];

    public SobolSums(List<PointValue> first, List<PointValue> second, Func<PointValue, ImmutableArray<double>> output)
    {
        (_first, _second, _output) = (first, second, output);
        var finite = first.Concat(second).Where(value => value.IsFinite).ToList();
        _mean = new double[finite.Count == 0 ? 0 : output(finite[0]).Length];
        foreach (var value in finite)
        {
            var outputs = Output(value);
            for (var k = 0; k < _mean.Length; k++)
                _mean[k] += outputs[k] / finite.Count;
        }
    }

    public bool IsEmpty => _mean.Length == 0;

    public int Count => _rows.Count;

    // Leaves the sample out if one of its evaluations failed.
    public void Add(int row, List<PointValue> mixed)
    {
        if (!_first[row].IsFinite || !_second[row].IsFinite || mixed.Exists(value => !value.IsFinite))
            return;
        var (a, b, dimension) = (Output(_first[row]), Output(_second[row]), mixed.Count);
        var parts = new double[1 + 2 * dimension];
        for (var k = 0; k < _mean.Length; k++)
            parts[0] += (Square(a[k] - _mean[k]) + Square(b[k] - _mean[k])) / 2;
        for (var i = 0; i < dimension; i++)
        {
            var ab = Output(mixed[i]);
            for (var k = 0; k < _mean.Length; k++)
            {
                parts[1 + i] += (b[k] - _mean[k]) * (ab[k] - a[k]);
                parts[1 + dimension + i] += Square(a[k] - ab[k]) / 2;
            }
        }

        _rows.Add(parts);
    }

    public ImmutableArray<SobolIndex> Indices(ImmutableArray<string> names, SobolIndexOptions options, SolverRandom random)
    {
        if (_rows.Count < 2)
            throw new ArgumentException($"Of {_first.Count} samples {_rows.Count} could be evaluated, too few for a variance. Narrow the parameters' ranges to where evaluations succeed.");
        var estimate = Ratios(_rows);
        var resampled = Enumerable.Range(0, options.Resamples)
            .Select(_ => Ratios(Enumerable.Range(0, _rows.Count).Select(_ => _rows[random.NextIndex(_rows.Count)])))
            .ToArray();
        var intervals = estimate.Select((value, column) => Interval(value, [.. resampled.Select(ratios => ratios[column])], options.Confidence)).ToArray();
        return [.. names.Select((name, i) => new SobolIndex(name, intervals[i], intervals[names.Length + i]))];
    }

    private static double[] Ratios(IEnumerable<double[]> rows)
    {
        double[]? sums = null;
        foreach (var row in rows)
        {
            sums ??= new double[row.Length];
            for (var column = 0; column < row.Length; column++)
                sums[column] += row[column];
        }

        return [.. sums!.Skip(1).Select(sum => sums![0] > 0 ? sum / sums[0] : double.NaN)];
    }

    private static IntervalEstimate Interval(double value, double[] resampled, double confidence)
    {
        var limits = Quantiles.Of(resampled, (1 - confidence) / 2, (1 + confidence) / 2);
        return new IntervalEstimate(value, limits[0], limits[1]);
    }

    private ImmutableArray<double> Output(PointValue value)
    {
        var output = _output(value);
        return output.Length == _mean.Length
            ? output
            : throw new ArgumentException($"One evaluation gave {output.Length} residuals, another {_mean.Length}. Let the evaluator return the same number at every point.");
    }

    private static double Square(double x) => x * x;
}
