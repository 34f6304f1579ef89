using System.Globalization;

namespace Hnn.Plots.Pictures;

/// <summary>How the numbers of an axis become pixels.</summary>
internal sealed class AxisScale
{
    // Pixels are rounded to quarters: finer than any eye, coarse enough to keep the text short and the same everywhere.
    private const double Resolution = 4;

    /// <summary>Differences of greater numbers leave the range of double.</summary>
    public const double Greatest = 1e307;

    // Far outside any picture, and still a place that every program which draws can hold.
    private const double FarthestPixel = 1e6;
    private const int MostTicks = 64;

    // A mark at the very end of the range stands although its number was rounded.
    private const double Tolerance = 1e-9;

    private readonly double _from;
    private readonly double _to;

    /// <summary>Fits an axis to its data.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">All numbers drawn along it.</param>
    /// <param name="margin">Share of the range left free at the ends that the axis does not fix.</param>
    /// <param name="from">Pixel where the axis begins.</param>
    /// <param name="to">Pixel where it ends.</param>
    public AxisScale(Axis axis, IEnumerable<double> values, double margin, double from, double to)
    {
        Axis = axis;
        (_from, _to) = (from, to);
        (Low, High) = Widened(values.Where(CanShow).Select(Place), margin);
        if (axis.Min is { } min && CanShow(min))
            Low = Place(min);
        if (axis.Max is { } max && CanShow(max))
            High = Place(max);
        if (Low == High)
            High = Low + Math.Max(1, Math.Abs(Low));
    }

    public Axis Axis { get; }

    /// <summary>Where the axis begins, in its unit; its decimal logarithm on a logarithmic axis.</summary>
    public double Low { get; }

    /// <summary>Where the axis ends, as <see cref="Low"/>.</summary>
    public double High { get; }

    /// <summary>The marks within the range: the axis' own, or round numbers; those whose text would touch the one before are left out.</summary>
    /// <param name="pixelsPerTick">About how many pixels lie between round numbers.</param>
    /// <param name="roomFor">The pixels that a text takes along the axis.</param>
    public IEnumerable<Tick> Ticks(double pixelsPerTick, Func<string, double> roomFor)
    {
        var end = double.NegativeInfinity;
        foreach (var tick in AllTicks(pixelsPerTick).OrderBy(tick => Pixel(tick.At)))
        {
            var (middle, half) = (Pixel(tick.At), roomFor(tick.Text) / 2);
            if (middle - half < end)
                continue;
            end = middle + half;
            yield return tick;
        }
    }

    /// <summary>Whether a number has a place on the axis, be it outside the range.</summary>
    public bool CanShow(double value) => Math.Abs(value) < Greatest && (!Axis.IsLogarithmic || value > 0);

    /// <summary>The pixel of a number; far outside the picture for one that has no place on the axis.</summary>
    public double Pixel(double value) => Rounded(Math.Clamp(_from + ((Place(value) - Low) / (High - Low) * (_to - _from)), -FarthestPixel, FarthestPixel));

    public static double Rounded(double position) => Math.Round(position * Resolution) / Resolution;

    /// <summary>A number as it is written in a picture: with a true minus sign, and powers of ten like 2.5·10⁻⁷.</summary>
    public static string NumberText(double value, int digits = 6)
    {
        var parts = value.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace('-', '−').Split('E');
        if (parts.Length == 1)
            return parts[0];
        var power = string.Concat(int.Parse(parts[1].Replace('−', '-'), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture).Select(Raised));
        return parts[0] is "1" or "−1" ? $"{parts[0][..^1]}10{power}" : $"{parts[0]}·10{power}";
    }

    private static char Raised(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];

    private IEnumerable<Tick> AllTicks(double pixelsPerTick)
    {
        var (low, high) = (Math.Min(Low, High), Math.Max(Low, High));
        if (!Axis.Ticks.IsEmpty)
            return Axis.Ticks.Where(tick => CanShow(tick.At) && Place(tick.At) >= low - Tolerance && Place(tick.At) <= high + Tolerance);
        var count = Math.Abs(_to - _from) / pixelsPerTick;
        var numbers = Axis.IsLogarithmic ? Powers(low, high) : RoundNumbers(low, high, count);
        if (numbers.Length < 2 && Axis.IsLogarithmic)
            numbers = [.. RoundNumbers(Math.Pow(10, low), Math.Pow(10, high), count).Where(CanShow)];
        var digits = DigitsFor(numbers);
        return numbers.Select(at => new Tick(at, NumberText(Axis.ShowsMagnitude ? Math.Abs(at) : at, digits)));
    }

    private double Place(double value) => Axis.IsLogarithmic ? Math.Log10(Math.Max(value, double.Epsilon)) : Math.Clamp(value, -Greatest, Greatest);

    // As many as it takes to tell neighbours apart far from zero.
    private static int DigitsFor(double[] numbers)
    {
        if (numbers.Length < 2)
            return 6;
        var ratio = numbers.Max(Math.Abs) / Math.Abs(numbers[1] - numbers[0]);
        return Math.Clamp((int)Math.Ceiling(Math.Log10(ratio)) + 1, 6, 15);
    }

    private static (double Low, double High) Widened(IEnumerable<double> values, double margin)
    {
        var (low, high) = values.Aggregate((Low: double.PositiveInfinity, High: double.NegativeInfinity), (range, value) => (Math.Min(range.Low, value), Math.Max(range.High, value)));
        if (low > high)
            (low, high) = (0, 0);
        var extra = high > low ? (high - low) * margin : Math.Max(0.5, Math.Abs(high) * 0.1);
        return (low == 0 ? 0 : low - extra, high == 0 && low < 0 ? 0 : high + extra);
    }

    // Steps of 1, 2 or 5 times a power of ten; at least two numbers, if there is room in the range.
    private static double[] RoundNumbers(double low, double high, double count)
    {
        var rough = (high - low) / Math.Max(count, 1);
        if (!(rough > 0))
            return [];
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var first = Math.Ceiling((low / step) - Tolerance);
        double[] numbers = [.. Enumerable.Range(0, (int)(Math.Floor((high / step) + Tolerance) - first + 1)).Select(k => (first + k) * step)];
        return numbers.Length < 2 && count < MostTicks ? RoundNumbers(low, high, 2 * Math.Max(count, 1)) : numbers;
    }

    private static double[] Powers(double low, double high)
    {
        double[] parts = high - low < 2 ? [1, 2, 5] : [1];
        return
        [
            .. from power in Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
               from part in parts
               let at = part * Math.Pow(10, power)
               where Math.Log10(at) >= low - Tolerance && Math.Log10(at) <= high + Tolerance
               select at,
        ];
    }
}
