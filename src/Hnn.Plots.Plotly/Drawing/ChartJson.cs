using System.Collections;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;
using Plotly.NET.CSharp;
using Node = DynamicObj.DynamicObj;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Charts as the JSON that plotly.js and the viewers of notebooks read: data, layout, config, and frames if there are any.</summary>
/// <remarks>The same as Plotly.NET writes, which takes twenty milliseconds for each object of a chart: too long for films.</remarks>
internal sealed class ChartJson : IDisposable
{
    private const double LargestExact = 1e15;

    private readonly StringWriter _text = new(CultureInfo.InvariantCulture);
    private readonly JsonTextWriter _writer;

    // Colours and other values of Plotly.NET's own have converters of their own.
    private readonly JsonSerializer _others = JsonSerializer.Create(Globals.JSON_CONFIG);

    private ChartJson() => _writer = new JsonTextWriter(_text);

    public static string Of(GenericChart chart)
    {
        var layout = PropertiesOf(chart.GetLayout());
        Dictionary<string, object?> root = new() { ["data"] = chart.GetTraces(), ["layout"] = layout, ["config"] = GenericChart.getConfig(chart) };
        if (layout.GetValueOrDefault("meta") is Node meta && PropertiesOf(meta).GetValueOrDefault(ChartFrames.Key) is Node changing)
        {
            var parts = PropertiesOf(changing);
            Move("frames", parts, root);
            Move("sliders", parts, layout);
            Move("updatemenus", parts, layout);
            layout["meta"] = new Dictionary<string, object?>(PropertiesOf(meta)) { [ChartFrames.Key] = parts };
        }

        // A title that a user has set makes room for itself; plotly.js 2.28 fails where one without words is to do so.
        if (layout.GetValueOrDefault("title") is Node title && PropertiesOf(title) is var words && words.GetValueOrDefault("text") is string { Length: > 0 })
            layout["title"] = new Dictionary<string, object?>(words) { ["automargin"] = words.GetValueOrDefault("automargin", true) };

        using var json = new ChartJson();
        json.Write(root);
        return json._text.ToString();
    }

    public void Dispose()
    {
        ((IDisposable)_writer).Dispose();
        _text.Dispose();
    }

    private static Dictionary<string, object?> PropertiesOf(Node node) => node.GetProperties(includeInstanceProperties: true).ToDictionary(each => each.Key, each => (object?)each.Value);

    private static void Move(string name, Dictionary<string, object?> from, Dictionary<string, object?> to)
    {
        if (from.Remove(name, out var value))
            to[name] = value;
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: _writer.WriteNull(); break;
            case string text: _writer.WriteValue(text); break;
            // Whole numbers without their point and zero: arrays of colours become a third shorter.
            case double number when number == Math.Truncate(number) && Math.Abs(number) < LargestExact: _writer.WriteValue((long)number); break;
            case double number: _writer.WriteValue(number); break;
            case Node node: Write(PropertiesOf(node)); break;
            case IReadOnlyDictionary<string, object?> properties: Write(properties); break;
            case IEnumerable items and not (IDictionary or JToken): Write(items); break;
            default: _others.Serialize(_writer, value); break;
        }
    }

    private void Write(IReadOnlyDictionary<string, object?> properties)
    {
        _writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            _writer.WritePropertyName(name);
            Write(value);
        }

        _writer.WriteEndObject();
    }

    private void Write(IEnumerable items)
    {
        _writer.WriteStartArray();
        foreach (var item in items)
            Write(item);
        _writer.WriteEndArray();
    }
}
