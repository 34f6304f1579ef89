using System.Text.Json.Nodes;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Kernel;

/// <summary>The forms of a value as messages carry them: JSON types as values, everything else as one text.</summary>
internal static class BundleJson
{
    public static JsonObject Of(MimeBundle bundle) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, MimeBundle.IsJson(form.Key) ? JsonNode.Parse(form.Value) : form.Value)));
}
