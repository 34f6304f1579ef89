using System.Text.Json;
using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Parameters;

// What the reference reads from each file under params/.
internal static class RecordedParameters
{
    public static IEnumerable<(string File, Dictionary<string, ParameterValue> Values)> All() =>
        ReferenceData.Json("params/read_params_expected.json.gz").EnumerateObject().Select(file =>
            (file.Name, file.Value.EnumerateObject().ToDictionary(pair => pair.Name, pair => Value(pair.Value))));

    public static Dictionary<string, ParameterValue> Of(string file) => All().Single(each => each.File == file).Values;

    public static void AssertEqual(Dictionary<string, ParameterValue> expected, HnnParameters actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys);
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual.Value(pair.Key)));
    }

    private static ParameterValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetDouble(),
    };
}
