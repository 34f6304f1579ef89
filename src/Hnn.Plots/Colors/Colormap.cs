using System.Collections.Immutable;

namespace Hnn.Plots.Colors;

/// <summary>Colours along a line, for numbers.</summary>
/// <param name="Name">Name, for example <c>inferno</c>.</param>
/// <param name="Stops">Colours at even distances from the least number to the greatest; at least two.</param>
/// <remarks>Viridis, inferno (van der Walt and Smith 2015) and cividis (Nuñez et al. 2018) are sampled at 17 places; blue-white-red is made of the colours of Okabe and Ito.</remarks>
public sealed record Colormap(string Name, ImmutableArray<Color> Stops)
{
    /// <summary>Dark violet to yellow, evenly brighter.</summary>
    public static Colormap Viridis { get; } = Of("viridis", "#440154", "#48186A", "#472D7B", "#424086", "#3B528B", "#33638D", "#2C728E", "#26828E", "#21918C", "#1FA088", "#28AE80", "#3FBC73", "#5EC962", "#84D44B", "#ADDC30", "#D8E219", "#FDE725");

    /// <summary>Dark blue to yellow, nearly the same to readers with any form of colour vision.</summary>
    public static Colormap Cividis { get; } = Of("cividis", "#00224E", "#002E6A", "#1A386F", "#32436D", "#434E6C", "#535A6D", "#61656F", "#6F7073", "#7D7C78", "#8C8878", "#9B9476", "#ABA072", "#BCAE6C", "#CDBB63", "#DEC958", "#F0D846", "#FEE838");

    /// <summary>Black over red to pale yellow: for power, and for voltages that flash.</summary>
    public static Colormap Inferno { get; } = Of("inferno", "#000004", "#0B0724", "#210C4A", "#3D0965", "#57106E", "#71196E", "#8A226A", "#A32C61", "#BC3754", "#D24644", "#E45A31", "#F1731D", "#F98E09", "#FCAC11", "#F9CB35", "#F2EA69", "#FCFFA4");

    /// <summary>Blue over white to red: for numbers of both signs, with zero in the middle.</summary>
    public static Colormap BlueWhiteRed { get; } = Of("blue-white-red", "#003B6F", "#0072B2", "#56B4E9", "#B5DDF5", "#FFFFFF", "#F7C9AE", "#E98B57", "#D55E00", "#8A2F00");

    /// <summary>Red over white to blue.</summary>
    public static Colormap RedWhiteBlue { get; } = new("red-white-blue", [.. BlueWhiteRed.Stops.Reverse()]);

    /// <summary>The colour at a place along the line.</summary>
    /// <param name="fraction">From 0, the first stop, to 1, the last; beyond the ends their colour holds.</param>
    public Color At(double fraction)
    {
        var place = Math.Clamp(fraction, 0, 1) * (Stops.Length - 1);
        var index = Math.Min((int)place, Stops.Length - 2);
        return Stops[index].MixedWith(Stops[index + 1], place - index);
    }

    private static Colormap Of(string name, params ReadOnlySpan<string> stops)
    {
        var colors = ImmutableArray.CreateBuilder<Color>(stops.Length);
        foreach (var stop in stops)
            colors.Add(Color.FromHex(stop));
        return new Colormap(name, colors.MoveToImmutable());
    }
}
