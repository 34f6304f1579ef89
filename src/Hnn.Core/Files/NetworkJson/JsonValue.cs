using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>A value in a JSON file: read as what is expected at its place, or a fault that names the place.</summary>
internal sealed partial class JsonValue
{
    /// <summary>Why a text is refused that JSON allows.</summary>
    public const string HalfCharacter = "It holds half of a character that takes two code units.";

    private readonly JsonSource _source;
    private readonly JsonElement _element;
    private readonly JsonValue? _parent;
    private readonly (string? Key, int Index) _step;

    public JsonValue(JsonSource source, JsonElement element) => (_source, _element) = (source, element);

    private JsonValue(JsonValue parent, JsonElement element, string? key, int index)
        : this(parent._source, element) => (_parent, _step) = (parent, (key, index));

    /// <summary>The place, for example <c>$.connectivity[3].nc_dict</c>.</summary>
    public string Path => string.Concat(Steps().Select(step =>
        step.Key is null ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]")
        : Word().IsMatch(step.Key) ? $".{step.Key}"
        : $"['{step.Key}']").Prepend("$"));

    /// <summary>Whether this is <c>null</c>.</summary>
    public bool IsNull => _element.ValueKind == JsonValueKind.Null;

    /// <summary>Whether this is a text.</summary>
    public bool IsText => _element.ValueKind == JsonValueKind.String;

    /// <summary>Whether this is <c>true</c> or <c>false</c>.</summary>
    public bool IsFlag => _element.ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>Whether this is an object.</summary>
    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>Whether this is a list.</summary>
    public bool IsList => _element.ValueKind == JsonValueKind.Array;

    /// <summary>The value under a key that must be there.</summary>
    public JsonValue this[string key] => Expecting(JsonValueKind.Object)._element.TryGetProperty(key, out var value)
        ? new JsonValue(this, value, key, 0)
        : throw Fault($"The key '{key}' is missing.", "Files of this kind always have it here.", "Add the key, or write the file anew.");

    /// <summary>The value under a key; null if there is none, or it is <c>null</c>.</summary>
    public JsonValue? Optional(string key) =>
        Expecting(JsonValueKind.Object)._element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonValue(this, value, key, 0)
            : null;

    /// <summary>All keys and values of an object, in the file's order.</summary>
    public IEnumerable<(string Key, JsonValue Value)> Members() =>
        Expecting(JsonValueKind.Object)._element.EnumerateObject().Select(property => (property.Name, new JsonValue(this, property.Value, property.Name, 0)));

    /// <summary>All values of a list.</summary>
    public IEnumerable<JsonValue> Items() =>
        Expecting(JsonValueKind.Array)._element.EnumerateArray().Select((item, index) => new JsonValue(this, item, null, index));

    /// <summary>A finite number.</summary>
    public double Number()
    {
        var number = Expecting(JsonValueKind.Number)._element.GetDouble();
        return double.IsFinite(number) ? number : throw Unlike("a finite number");
    }

    /// <summary>A finite number of at least zero.</summary>
    public double NotNegative() => Number() is var number and >= 0 ? number : throw Unlike("a number of at least 0");

    /// <summary>A finite number above zero.</summary>
    public double Positive() => Number() is var number and > 0 ? number : throw Unlike("a number above 0");

    /// <summary>A whole number between bounds; <c>3.0</c> counts as one.</summary>
    public int Whole(int least = 0, int most = int.MaxValue) =>
        Number() is var number && number >= least && number <= most && number == Math.Floor(number)
            ? (int)number
            : throw Unlike(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary><c>true</c> or <c>false</c>, or the numbers 1 and 0 for them.</summary>
    public bool Flag() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when Number() is 0 or 1 => Number() == 1,
        _ => throw Unlike("true or false"),
    };

    /// <summary>A text.</summary>
    public string Text() => Expecting(JsonValueKind.String)._element.GetString()!;

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>A list of finite numbers.</summary>
    public ImmutableArray<double> Numbers() => [.. Items().Select(item => item.Number())];

    /// <summary>A list of whole numbers of at least 0.</summary>
    public ImmutableArray<int> Wholes() => [.. Items().Select(item => item.Whole())];

    /// <summary>Numbers by name.</summary>
    public IEnumerable<KeyValuePair<string, double>> NumbersByName() => Members().Select(member => KeyValuePair.Create(member.Key, member.Value.Number()));

    /// <summary>A position of three finite coordinates in µm.</summary>
    public Point3 Point() => Numbers() is [var x, var y, var z] && new Point3(x, y, z) is var point && double.IsFinite(point.Length)
        ? point
        : throw Unlike("a position: three finite numbers in µm");

    /// <summary>Checks this value and all within it: every text is whole, and no object has a key twice.</summary>
    public void CheckTexts()
    {
        try
        {
            CheckMembers();
        }
        catch (InvalidOperationException)
        {
            throw Fault("A text is broken.", HalfCharacter, "Mend or replace the file.");
        }
    }

    /// <summary>A fault at this place.</summary>
    public FileFault Fault(string what, string why, string fix) => _source.Fault(Path, Steps(), what, why, fix);

    /// <summary>Throws a fault at this place if there is a problem; the first counts.</summary>
    public void Refuse(IEnumerable<NetworkProblem> problems)
    {
        if (problems.FirstOrDefault() is { } problem)
            throw Fault(problem.What, problem.Why, problem.Fix);
    }

    /// <summary>The fault of a value that is not what it should be.</summary>
    public FileFault Unlike(string expected) => Fault($"The value is {Found()}.", $"It should be {expected}.", "Correct the value, or write the file anew.");

    // Reading a text that holds half a character throws an InvalidOperationException.
    private void CheckMembers()
    {
        if (IsText)
            _ = _element.GetString();
        if (IsList)
        {
            foreach (var (index, item) in _element.EnumerateArray().Index())
                CheckMember(item, null, index);
        }
        if (IsObject)
        {
            var keys = new HashSet<string>(_element.GetPropertyCount(), StringComparer.Ordinal);
            foreach (var property in _element.EnumerateObject())
            {
                if (!keys.Add(property.Name))
                    throw Fault($"The key '{property.Name}' stands here twice.", "Only one of the two values could count.", "Remove one of them.");
                CheckMember(property.Value, property.Name, 0);
            }
        }
    }

    private void CheckMember(JsonElement element, string? key, int index)
    {
        if (element.ValueKind == JsonValueKind.String)
            _ = element.GetString();
        else if (element.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            new JsonValue(this, element, key, index).CheckTexts();
    }

    private JsonValue Expecting(JsonValueKind kind) => _element.ValueKind == kind
        ? this
        : throw Unlike(kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            _ => "a number",
        });

    private string Found() => _element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {_element.GetArrayLength()}",
        JsonValueKind.String => Shortened($"'{_element.GetString()}'"),
        _ => Shortened(_element.GetRawText()),
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..37]}...";

    private List<(string? Key, int Index)> Steps()
    {
        var steps = _parent?.Steps() ?? [];
        if (_parent is not null)
            steps.Add(_step);
        return steps;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Word();
}
