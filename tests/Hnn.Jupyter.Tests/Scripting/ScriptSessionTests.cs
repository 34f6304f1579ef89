using Hnn.Jupyter.Scripting;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Scripting;

public class ScriptSessionTests
{
    [Fact]
    public async Task Each_reference_is_named_by_one_script_only_and_later_ones_use_it_too()
    {
        using var session = new ScriptSession([]);
        await RunAsync(session, "var first = 1;");
        var framework = NamedByLast(session);

        session.AddReference(typeof(TemporaryFolder).Assembly);
        await RunAsync(session, "var second = new Hnn.Testing.TemporaryFolder();");
        var added = NamedByLast(session);
        await RunAsync(session, "second.Dispose(); first + 1");

        Assert.InRange(framework, 100, 1000);
        Assert.Equal((1, 0), (added, NamedByLast(session)));
    }

    [Fact]
    public async Task A_script_that_does_not_compile_takes_no_reference_with_it()
    {
        using var session = new ScriptSession([]);
        await RunAsync(session, "var first = 1;");
        session.AddReference(typeof(TemporaryFolder).Assembly);

        await Assert.ThrowsAsync<CellException>(() => RunAsync(session, "nothing"));

        await RunAsync(session, "new Hnn.Testing.TemporaryFolder().Dispose();");
        Assert.Equal(1, NamedByLast(session));
    }

    private static async Task RunAsync(ScriptSession session, string code) => await session.RunAsync(code, "cell 1", TestContext.Current.CancellationToken);

    private static int NamedByLast(ScriptSession session) => session.Last!.Options.MetadataReferences.Length;
}
