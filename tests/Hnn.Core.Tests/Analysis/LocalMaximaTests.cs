using Hnn.Core.Analysis;

namespace Hnn.Core.Tests.Analysis;

public class LocalMaximaTests
{
    [Fact]
    public void A_maximum_stands_out_from_the_higher_of_the_lows_beside_it()
    {
        // 5 falls to 1 on the left and to 2 before the higher 7: 3. 7 is the highest: lows 1 and 0, so 6. 1 stands 1 above 0.
        double[] values = [1, 5, 2, 7, 0, 1, 0];

        var maxima = LocalMaxima.Find(values, prominence: 0);

        Assert.Equal([(1, 3.0), (3, 6.0), (5, 1.0)], maxima);
        Assert.Equal([(1, 3.0), (3, 6.0)], LocalMaxima.Find(values, prominence: 3));
    }

    [Fact]
    public void A_flat_top_counts_once_at_its_middle_and_the_ends_do_not_count()
    {
        Assert.Equal([(2, 1.0)], LocalMaxima.Find([0, 1, 1, 1, 0], 0));
        Assert.Equal([(1, 1.0)], LocalMaxima.Find([0, 1, 1, 0], 0));
        Assert.Empty(LocalMaxima.Find([2, 1, 0, 1, 1], 0));
        Assert.Empty(LocalMaxima.Find([0, 0, 0], 0));
        Assert.Empty(LocalMaxima.Find([], 0));
    }

    [Fact]
    public void Of_equal_maxima_each_stands_out_as_if_alone() =>
        Assert.Equal([(1, 2.0), (3, 2.0)], LocalMaxima.Find([0, 2, 1, 2, 0], 0));
}
