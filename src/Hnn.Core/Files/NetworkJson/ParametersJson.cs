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

    public static HnnParameters Read(JsonValue entry) => HnnParameters.From([.. entry.Members().Select(member =>
    {
        var value = member.Value.IsText ? member.Value.Text() : member.Value.IsFlag ? member.Value.Flag() : (ParameterValue)member.Value.Number();
        return ParameterKeys.Suits(member.Key, value)
            ? KeyValuePair.Create(member.Key, value)
            : throw member.Value.Unlike($"a value of the parameter '{member.Key}'. {ParameterKeys.Expectation(member.Key)}");
    })]);
}
