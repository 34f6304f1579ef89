using Hnn.Plots.Colors;

namespace Hnn.Interactive;

/// <summary>How a notebook shows values; to be set in a cell, for all cells after it.</summary>
/// <remarks>
/// Global, since a notebook is: its host calls formatters with a value and nothing else, so there is nobody to hand a setting to.
/// For the same reason what the host can do is global, too (<see cref="NotebookExtension.Host"/>, <see cref="NotebookExtension.Interrupt"/>). What is simulated depends on none of them.
/// </remarks>
/// <example><c>NotebookSettings.ChartMode = ChartMode.Static;</c></example>
public static class NotebookSettings
{
    /// <summary>How figures are shown. Default: live; static where the environment variable <c>HNN_CHARTS</c> is <c>static</c> when this class is first used.</summary>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public static ChartMode ChartMode
    {
        get;
        set
        {
            if (!Enum.IsDefined(value))
                throw new ArgumentException($"There is no chart mode {(int)value}. Choose {nameof(ChartMode.Live)} or {nameof(ChartMode.Static)}.", nameof(value));
            field = value;
            NotebookExtension.ApplyPreferences();
        }
    } = DefaultMode;

    /// <summary>What the environment asks for.</summary>
    internal static ChartMode DefaultMode => Environment.GetEnvironmentVariable("HNN_CHARTS") == "static" ? ChartMode.Static : ChartMode.Live;

    /// <summary>Ground and ink of figures. Default: <see cref="Theme.Light"/>.</summary>
    public static Theme Theme
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = Theme.Light;
}
