using System.Text.Json;

namespace Hnn.Jupyter.Tests.Kernel;

[Collection(SharedKernel.Name)]
public sealed class CodeAnswersTests(SharedKernel shared)
{
    private KernelClient Client => shared.Client;

    [Fact]
    public void What_earlier_cells_declared_is_completed()
    {
        Client.Run("var completedNumber = 5; class CompletedType { public int Inner; }");

        Assert.Equal(["completedNumber"], Matches("completedN"));
        Assert.Equal(["Inner"], Matches("new CompletedType().Inn"));
    }

    [Theory]
    [InlineData("Dip", "Dipole")]
    [InlineData("#!wh", "#!whos")]
    [InlineData("#!time\nMath.Ab", "Abs")]
    [InlineData("using System.Ne", "Net")]
    public void Names_and_directives_are_completed(string code, string expected)
    {
        Client.Run("using Hnn.Core.Results;");

        Assert.Contains(expected, Matches(code));
    }

    [Fact]
    public void A_cursor_counts_characters_and_not_their_halves()
    {
        const string Code = "var face = \"😀\"; Math.Ab + 1";

        var reply = Client.Ask("complete_request", new { code = Code, cursor_pos = 23 }).Reply;

        Assert.Equal(("21", "23"), (reply["cursor_start"], reply["cursor_end"]));
        Assert.Contains("Abs", reply["matches"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var face = \"😀\"; Math.Abs(1)", 22, "Math.Abs")]
    [InlineData("Math.Max(1, ", 12, "Math.Max")]
    [InlineData("string.Join", 4, "class System.String")]
    public void Names_are_explained(string code, int cursor, string expected)
    {
        var reply = Client.Ask("inspect_request", new { code, cursor_pos = cursor }).Reply;

        Assert.Contains(expected, reply["data"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_toolkit_says_of_its_names_is_shown()
    {
        var reply = Client.Ask("inspect_request", new { code = "Hnn.Core.Results.Dipole", cursor_pos = 22 }).Reply;

        Assert.Contains("Current dipole moment", reply["data"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_is_no_name_nothing_is_found()
    {
        var reply = Client.Ask("inspect_request", new { code = "    ", cursor_pos = 2 }).Reply;

        Assert.Equal(("ok", "False"), (reply.Status, reply["found"]));
    }

    [Theory]
    [InlineData("Math.Abs?")]
    [InlineData("?Math.Abs")]
    public void A_question_mark_opens_a_page(string code)
    {
        var page = Client.Run(code).Reply.Content.GetProperty("payload")[0];

        Assert.Contains("Math.Abs", page.GetProperty("data").GetProperty("text/plain").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("#!markdown\n# if (", "complete")]
    [InlineData("for (;;)\n{", "incomplete")]
    [InlineData("1 + ) 2", "invalid")]
    public void A_cell_is_complete_or_not(string code, string status) =>
        Assert.Equal(status, Client.Ask("is_complete_request", new { code }).Reply.Status);

    [Fact]
    public void History_gives_the_newest_a_range_and_what_matches()
    {
        var number = Client.Run("\"first entry\"").Reply.Content.GetProperty("execution_count").GetInt32();
        Client.Run("\"second entry\"");
        Client.Run("\"second entry\"");

        Assert.Equal(["\"second entry\"", "\"second entry\""], History(new { hist_access_type = "tail", n = 2 }));
        Assert.Equal(["\"first entry\"", "\"second entry\""], History(new { hist_access_type = "range", session = 0, start = number, stop = number + 2 }));
        Assert.Equal(["\"second entry\""], History(new { hist_access_type = "search", pattern = "*second*", unique = true, n = 5 }));
        Assert.Equal("second entry", Client.Ask("history_request", new { hist_access_type = "tail", n = 1, output = true }).Reply.Content.GetProperty("history")[0][2][1].GetString());
    }

    private IEnumerable<string?> History(object request) =>
        Client.Ask("history_request", request).Reply.Content.GetProperty("history").EnumerateArray().Select(cell => cell[2].GetString());

    private IEnumerable<string?> Matches(string code)
    {
        var reply = Client.Ask("complete_request", new { code, cursor_pos = code.Length }).Reply;
        return JsonElement.Parse(reply["matches"]).EnumerateArray().Select(match => match.GetString());
    }
}
