using System.Text.Json.Nodes;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>Asks the notebook's user for lines, one question at a time.</summary>
internal sealed class UserQuestions(KernelSockets sockets)
{
    private readonly Lock _one = new();
    private volatile TaskCompletionSource<string>? _open;

    /// <summary>Asks who sent a request, and waits.</summary>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public string Ask(KernelRequest request, string prompt, bool isPassword, CancellationToken interrupt)
    {
        lock (_one)
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _open = answer;
            sockets.Ask(request, new JsonObject { ["prompt"] = prompt, ["password"] = isPassword });
            try
            {
                return answer.Task.WaitAsync(interrupt).GetAwaiter().GetResult();
            }
            finally
            {
                _open = null;
            }
        }
    }

    /// <summary>Takes an answer; one that nobody waits for is dropped.</summary>
    public void Answer(KernelRequest reply)
    {
        if (reply.Type == "input_reply")
            _open?.TrySetResult(reply.Text("value"));
    }
}
