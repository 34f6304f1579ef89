using System.Text.Json.Nodes;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>Sends what a cell puts out to everybody who listens.</summary>
/// <param name="sockets">Where to.</param>
/// <param name="questions">Asks the user.</param>
/// <param name="request">The request to run the cell.</param>
/// <param name="isSilent">Whether nothing is sent.</param>
internal sealed class PublishingSink(KernelSockets sockets, UserQuestions questions, KernelRequest request, bool isSilent) : ICellSink, ICellInput
{
    /// <summary>The cell's result as plain text; empty if there is none.</summary>
    public string Result { get; private set; } = "";

    public void Show(CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                Publish("stream", new() { ["name"] = stream.IsError ? "stderr" : "stdout", ["text"] = stream.Text });
                break;
            case DisplayOutput display:
                Publish("display_data", Display(display.Data, display.DisplayId));
                break;
            case ResultOutput result:
                Result = result.Data["text/plain"] ?? "";
                Publish("execute_result", new() { ["data"] = BundleJson.Of(result.Data), ["metadata"] = new JsonObject(), ["execution_count"] = result.ExecutionCount });
                break;
            case ErrorOutput error:
                Publish("error", new() { ["ename"] = error.Name, ["evalue"] = error.Value, ["traceback"] = Replies.Texts(error.Traceback) });
                break;
        }
    }

    public void Update(string displayId, MimeBundle data) => Publish("update_display_data", Display(data, displayId));

    public void Clear(bool wait) => Publish("clear_output", new() { ["wait"] = wait });

    public string ReadLine(string prompt, bool isPassword, CancellationToken interrupt)
    {
        if (!request.Flag("allow_stdin", byDefault: false))
            throw new InvalidOperationException("The cell asks its user for a line, and the program that runs the notebook takes no questions. Run the cell in a notebook that is open, or set the value in the code.");
        return questions.Ask(request, prompt, isPassword, interrupt);
    }

    private static JsonObject Display(MimeBundle data, string? displayId) => new()
    {
        ["data"] = BundleJson.Of(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
    };

    private void Publish(string type, JsonObject content)
    {
        if (!isSilent)
            sockets.Publish(request, type, content);
    }
}
