using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>The surrogate has the character that was measured of the tutorial's fit.</summary>
public class WaveformSurrogateTests
{
    private static readonly ImmutableArray<double> s_middle = [.. Enumerable.Repeat(0.5, 10)];

    [Fact]
    public void The_hidden_point_is_worth_nothing_but_an_unattainable_target_keeps_its_distance()
    {
        var hidden = new WaveformSurrogate(7).Hidden;

        Assert.Equal(0, new WaveformSurrogate(7).Evaluate(hidden).Loss);
        Assert.Equal(9.58, new WaveformSurrogate(7, isAttainable: false).Evaluate(hidden).Loss, 0.01);
    }

    [Fact]
    public void A_loss_is_the_root_of_the_sum_of_squared_residuals()
    {
        var value = new WaveformSurrogate(7).Evaluate(s_middle);

        Assert.Equal(value.Loss * value.Loss, value.Residuals.Sum(residual => residual * residual), 1e-9);
    }

    // Measured of the column: 96 % in three components.
    [Fact]
    public void Three_principal_components_hold_most_of_the_variance()
    {
        var waveforms = SobolSequence.Scrambled(10, 1).Points(256).Select(WaveformSurrogate.Waveform).ToArray();
        var mean = Enumerable.Range(0, 104).Select(sample => waveforms.Average(waveform => waveform[sample])).ToArray();

        var squares = Matrix<double>.Build.Dense(256, 104, (i, j) => waveforms[i][j] - mean[j]).Svd(computeVectors: false).S.PointwisePower(2);

        Assert.InRange(squares.Take(3).Sum() / squares.Sum(), 0.94, 0.98);
    }

    // Spikes come and go from place to place, so slopes over short steps mean nothing.
    [Fact]
    public void Short_steps_cost_more_than_their_share()
    {
        var (near, far) = (Change(0.01), Change(0.1));

        Assert.InRange(near / far, 0.12, 0.5);
    }

    // Root mean square of the waveform's change over steps of a length in random directions.
    private static double Change(double step)
    {
        var random = new SolverRandom(5);
        var middle = WaveformSurrogate.Waveform(s_middle);
        return Enumerable.Range(0, 40).Average(_ =>
        {
            var direction = s_middle.Select(_ => random.NextNormal()).ToArray();
            var length = Math.Sqrt(direction.Sum(part => part * part));
            var other = WaveformSurrogate.Waveform([.. s_middle.Zip(direction, (coordinate, part) => coordinate + step * part / length)]);
            return Math.Sqrt(other.Zip(middle, (a, b) => (a - b) * (a - b)).Average());
        });
    }
}
