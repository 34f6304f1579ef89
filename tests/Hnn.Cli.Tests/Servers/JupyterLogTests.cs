using Hnn.Cli.Servers;

namespace Hnn.Cli.Tests.Servers;

public class JupyterLogTests
{
    [Fact]
    public async Task Errors_are_told_with_the_lines_that_belong_to_them_and_nothing_else()
    {
        const string Words = """
            [I 12:00:01.123 NotebookApp] Serving notebooks
            [E 2026-01-01 12:00:02.123 ServerApp] It broke
                Traceback
            [W 12:00:03.123 NotebookApp] 404 GET
                more of it
            """;
        var told = new List<string>();
        using var reader = new StringReader(Words);

        await new JupyterLog(told.Add).ReadAsync(reader);

        Assert.Equal(["[E 2026-01-01 12:00:02.123 ServerApp] It broke", "    Traceback"], told);
    }

    [Fact]
    public async Task The_last_lines_are_remembered()
    {
        var log = new JupyterLog(_ => { });
        using var reader = new StringReader(string.Join('\n', Enumerable.Range(1, 30)));

        await log.ReadAsync(reader);

        Assert.Equal(string.Join('\n', Enumerable.Range(11, 20)), log.Tail);
    }
}
