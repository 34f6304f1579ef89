using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Charts as the JSON that plotly.js and the viewers of notebooks read: data, layout, config, and frames if there are any.</summary>
internal static class ChartJson
{
    public static string Of(GenericChart chart)
    {
        using var reader = new JsonTextReader(new StringReader(GenericChart.toJson(chart))) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        var root = JObject.Load(reader);
        if (root.SelectToken($"layout.meta.{ChartFrames.Key}") is JObject changing)
        {
            var layout = (JObject)root["layout"]!;
            Move("frames", changing, root);
            Move("sliders", changing, layout);
            Move("updatemenus", changing, layout);
        }

        // A title that a user has set makes room for itself; plotly.js 2.28 fails where one without words is to do so.
        if (root.SelectToken("layout.title") is JObject title && !string.IsNullOrEmpty((string?)title["text"]))
            title.TryAdd("automargin", true);

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new CompactWriter(text))
            root.WriteTo(writer);
        return text.ToString();
    }

    private static void Move(string name, JObject from, JObject to)
    {
        if (from.Property(name, StringComparison.Ordinal) is not { } property)
            return;
        property.Remove();
        to[name] = property.Value;
    }

    /// <summary>Writes whole numbers without their point and zero: arrays of colours become a third shorter.</summary>
    private sealed class CompactWriter(TextWriter text) : JsonTextWriter(text)
    {
        private const double LargestExact = 1e15;

        public override void WriteValue(double value)
        {
            if (value == Math.Truncate(value) && Math.Abs(value) < LargestExact)
                WriteValue((long)value);
            else
                base.WriteValue(value);
        }
    }
}
