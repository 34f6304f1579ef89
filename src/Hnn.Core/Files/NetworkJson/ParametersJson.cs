using System.Text.Json;
using Hnn.Core.Parameters;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>The parameters a network was made from, which the reference's format loses; written if they are not the default ones.</summary>
internal static class ParametersJson
{
    public static void Write(Utf8JsonWriter json, HnnParameters parameters)
    {
        if (parameters.Equals(HnnParameters.Default))
            return;
        json.WriteMap("parameters", parameters.Matching("*"), value =>
        {
            if (value.Kind == ParameterKind.Text)
                json.WriteStringValue(value.Text);
            else if (value.Kind == ParameterKind.Flag)
                json.WriteBooleanValue(value.Number != 0);
            else
                json.WriteFloat(value.Number);
        });
    }

    public static HnnParameters Read(JsonValue entry)
    {
        var given = entry.Members().Select(member => KeyValuePair.Create(member.Key, Value(member.Key, member.Value))).ToList();
        var parameters = HnnParameters.From(given);
        return given.Where(pair => !parameters.Contains(pair.Key)).Aggregate(parameters, (set, pair) => set.With(pair.Key, pair.Value));
    }

    private static ParameterValue Value(string key, JsonValue entry)
    {
        var value = entry.IsText ? entry.Text() : entry.IsFlag ? entry.Flag() : (ParameterValue)entry.Number();
        return ParameterKeys.IsKnown(key) && ParameterKeys.Suits(key, value)
            ? value
            : throw entry.Fault($"The parameter '{key}' is {value}.", $"It is not one that is known, or takes another value. {ParameterKeys.Expectation(key)}", "Correct the key or the value, or leave both out.");
    }
}
