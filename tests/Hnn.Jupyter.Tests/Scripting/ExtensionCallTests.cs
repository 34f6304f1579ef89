using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Tests.Scripting;

public sealed class ExtensionCallTests
{
    private static readonly EngineOptions WithExtension = EngineOptions.Default with
    {
        PreloadedAssemblies = ["Hnn.Jupyter.Tests"],
        Extensions = [new($"{typeof(SampleExtension).FullName}, Hnn.Jupyter.Tests", nameof(SampleExtension.Load))],
    };

    [Fact]
    public void The_method_is_called_when_the_engine_starts()
    {
        var before = SampleExtension.Loads;

        using var cells = new Recorder(WithExtension);

        Assert.True(SampleExtension.Loads > before);
    }

    [Fact]
    public async Task The_host_displays_and_updates_in_the_running_cell()
    {
        using var cells = new Recorder(WithExtension);

        await cells.RunAsync("Hnn.Jupyter.Tests.Scripting.SampleExtension.ShowProgress();");

        Assert.Equal("text/html: <b>done</b>, text/plain: done", Assert.Single(cells.Outputs) is DisplayOutput display ? string.Join(", ", display.Data.Forms.Select(form => $"{form.Key}: {form.Value}")) : "");
    }

    [Fact]
    public async Task Code_that_heeds_the_interrupt_ends_by_itself()
    {
        // Long enough for a busy machine to compile the cell: before that it cannot have asked for its token.
        using var cells = new Recorder(WithExtension with { CellTimeLimit = TimeSpan.FromSeconds(3) });

        var error = await cells.FailAsync("var token = Hnn.Jupyter.Tests.Scripting.SampleExtension.Interrupt(); await Task.Delay(-1, token);");

        Assert.Equal("cell 1 ran longer than the limit of 3 s and was interrupted.", error.Value);
    }

    [Theory]
    [InlineData("No.Such.Type, Hnn.Jupyter.Tests", "Load", "'No.Such.Type, Hnn.Jupyter.Tests' cannot be found")]
    [InlineData("Hnn.Jupyter.Tests.Scripting.SampleExtension, Hnn.Jupyter.Tests", "Lod", "no public static method 'Lod'")]
    public void What_cannot_be_found_is_named(string type, string method, string message)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ScriptEngine(EngineOptions.Default with { Extensions = [new(type, method)] }));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
