using System.Globalization;

namespace Hnn.Interactive.Live;

/// <summary>Times as people read them.</summary>
internal static class Durations
{
    /// <summary>A time with the precision one cares for, for example <c>1.2 s</c>, <c>3 min 20 s</c> or <c>1 h 5 min</c>.</summary>
    public static string Text(TimeSpan time) => time switch
    {
        { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    /// <summary>How far something is, for example <c>45 %, 1.2 s, about 1.5 s left</c>.</summary>
    public static string Progress(double fraction, TimeSpan elapsed, TimeSpan? remaining)
    {
        var left = remaining is { } time && fraction < 1 ? $", about {Text(time)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:F0} %, {Text(elapsed)}{left}");
    }
}
