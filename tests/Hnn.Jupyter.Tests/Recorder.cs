using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests;

/// <summary>An engine with what its cells put out so far, joined as a file would store it.</summary>
internal sealed class Recorder : ICellSink, IDisposable
{
    private readonly OutputList _list = new();

    public Recorder(EngineOptions? options = null) => Engine = new ScriptEngine(options ?? EngineOptions.Default);

    public ScriptEngine Engine { get; }

    public IReadOnlyList<CellOutput> Outputs => _list.ToImmutable();

    /// <summary>All that was written to standard output.</summary>
    public string Text => string.Concat(Outputs.OfType<StreamOutput>().Where(stream => !stream.IsError).Select(stream => stream.Text));

    /// <summary>The bundle of the display or result at the end.</summary>
    public MimeBundle Last => Outputs[^1] switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, var other => throw new InvalidOperationException($"The last output is {other}.") };

    /// <summary>Runs a cell that must not fail.</summary>
    public async Task RunAsync(string code)
    {
        var result = await Engine.RunAsync(code, this, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.ToString());
    }

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<ErrorOutput> FailAsync(string code)
    {
        var result = await Engine.RunAsync(code, this, TestContext.Current.CancellationToken);
        Assert.Equal(result.Error, Outputs[^1]);
        return Assert.IsType<ErrorOutput>(result.Error);
    }

    public void Show(CellOutput output) => _list.Add(output);

    public void Update(string displayId, MimeBundle data) => _list.Update(displayId, data);

    public void Clear(bool wait) => _list.Clear(wait);

    public void Dispose() => Engine.Dispose();
}
