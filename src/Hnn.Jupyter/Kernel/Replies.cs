using System.Text.Json.Nodes;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>The contents of answers.</summary>
internal static class Replies
{
    public static JsonObject Ok(JsonObject fields)
    {
        fields["status"] = "ok";
        return fields;
    }

    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["status"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = Texts(error.Traceback),
    };

    public static JsonObject Error(Exception fault) => Error(new ErrorOutput(fault.GetType().Name, fault.Message, [fault.Message]));

    /// <summary>A cell that is not run, since one before it failed.</summary>
    public static JsonObject Aborted() => new() { ["status"] = "aborted" };

    /// <summary>What debuggers are told, in the words of their own protocol.</summary>
    public static JsonObject NoDebugger(KernelRequest request) => new()
    {
        ["type"] = "response",
        ["request_seq"] = request.Number("seq") ?? 0,
        ["command"] = request.Text("command"),
        ["success"] = false,
        ["message"] = "This kernel has no debugger. Write the code as a program and debug that, or display values between its steps.",
    };

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
