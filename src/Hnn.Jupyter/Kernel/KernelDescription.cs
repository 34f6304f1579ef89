using System.Text.Json.Nodes;
using Hnn.Jupyter.Scripting;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelDescription
{
    private static readonly string Version = HostAssemblies.VersionOf(typeof(KernelDescription).Assembly);

    public static JsonObject Reply() => Replies.Ok(new()
    {
        ["protocol_version"] = MessageFormat.ProtocolVersion,
        ["implementation"] = "hnn",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"C# notebooks of hnn {Version}, on .NET {Environment.Version}.",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(),
    });
}
