using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class CurrentSourceDensityTests
{
    [Fact]
    public void Inner_rows_are_second_differences_and_the_ends_continue_them()
    {
        // Contacts 2 µm apart at one time. Second differences 1, -2 and 0 over 4 µm², sign turned; the ends 2·(-0.25) - 0.5 and 2·0 - 0.5.
        var density = CurrentSourceDensity.Of([0.0], [0, 2, 4, 6, 8], [[0], [0], [1], [0], [-1]]);

        Assert.Equal([-1.0, -0.25, 0.5, 0, -0.5], Column(density, 0));
        Assert.Equal("µV/µm²", density.Unit);
    }

    [Fact]
    public void With_a_conductivity_it_is_a_current_per_volume()
    {
        var potentials = Quadratic(5, step: 100);

        var density = CurrentSourceDensity.Of([0.0], [0, 100, 200, 300, 400], potentials, conductivity: 0.3);

        // -0.3 S/m times 2e-4 µV/µm², and 1 µV/µm² is 1e6 V/m²: -60 A/m³.
        Assert.All(density.Values, row => Assert.Equal(-60, row[0], 1e-10));
        Assert.Equal("A/m³", density.Unit);
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrentSourceDensity.Of([0.0], [0, 100, 200, 300, 400], potentials, conductivity: 0));
    }

    [Fact]
    public void Too_few_contacts_and_rows_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CurrentSourceDensity.Of([0.0], [0, 1, 2], [[0], [0], [1]]));
        Assert.Throws<ArgumentException>(() => CurrentSourceDensity.Of([0.0], [0, 1, 2, 3], [[0], [0], [1]]));
    }

    [Fact]
    public void The_interpolated_density_agrees_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("signal/csd_spline.json");
        var density = new CurrentSourceDensity(
            [.. recorded.GetProperty("times").AsDoubles()], [.. recorded.GetProperty("z").AsDoubles()], Rows(recorded.GetProperty("csd_input")), "µV/µm²");

        // One row per µm; every 97th of them is recorded.
        var interpolated = density.Interpolated(rows: 2250);

        int[] chosen = [.. recorded.GetProperty("depth_index").EnumerateArray().Select(index => index.GetInt32())];
        Assert.True(Closeness.RelativeToPeak(recorded.GetProperty("depths").AsDoubles(), chosen.Select(row => interpolated.Heights[row])) < 1e-14);
        foreach (var (expected, row) in Rows(recorded.GetProperty("values")).Zip(chosen))
            Assert.True(Closeness.RelativeToPeak(expected, interpolated.Values[row]) < 1e-9);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_cubic_is_interpolated_without_error_also_at_falling_heights_between_whole_numbers(int contacts)
    {
        static double Cubic(double z) => 1 - z + 0.02 * z * z - 1e-4 * z * z * z;
        ImmutableArray<double> heights = [.. Enumerable.Range(0, contacts).Select(k => 30.7 - 12.3 * k)];
        var density = new CurrentSourceDensity([0], heights, [.. heights.Select(z => ImmutableArray.Create(Cubic(z)))], "µV/µm²");

        var interpolated = density.Interpolated(rows: 50);

        Assert.Equal([30.7, 30.7 - 12.3 * (contacts - 1)], [interpolated.Heights[0], interpolated.Heights[^1]]);
        Assert.True(Closeness.RelativeToPeak(interpolated.Heights.Select(Cubic), Column(interpolated, 0)) < 1e-13);
    }

    [Fact]
    public void The_interpolated_density_passes_through_the_rows()
    {
        var density = new CurrentSourceDensity([0, 1], [5, 4, 3, 2, 1, 0], [[1, 0], [-2, 4], [3, 1], [0, 0], [5, -2], [-1, 3]], "µV/µm²");

        var interpolated = density.Interpolated(rows: 26);

        Assert.Equal(Column(density, 1), Column(interpolated, 1).Where((_, row) => row % 5 == 0), (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Throws<ArgumentOutOfRangeException>(() => density.Interpolated(rows: 1));
    }

    private static ImmutableArray<ImmutableArray<double>> Quadratic(int rows, double step) =>
        [.. Enumerable.Range(0, rows).Select(row => ImmutableArray.Create(1e-4 * row * step * row * step))];

    private static ImmutableArray<ImmutableArray<double>> Rows(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.AsDoubles().ToImmutableArray())];

    private static IEnumerable<double> Column(CurrentSourceDensity density, int sample) => density.Values.Select(row => row[sample]);
}
