using System.Text.Json;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Tests.Kernel;

[Collection(SharedKernel.Name)]
public sealed class ExecutionTests(SharedKernel shared)
{
    private KernelClient Client => shared.Client;

    [Fact]
    public void A_cell_is_announced_put_out_and_done_in_this_order()
    {
        var cell = Client.Run("Console.WriteLine(\"before\"); display(1); Console.Error.WriteLine(\"after\"); 6 * 7");

        Assert.Equal(["status", "execute_input", "stream", "display_data", "stream", "execute_result", "status"], cell.Types);
        Assert.Equal(["busy", "idle"], cell.Published.Where(message => message.Type == "status").Select(message => message["execution_state"]));
        Assert.Equal(("ok", "42"), (cell.Reply.Status, cell.Shown));
    }

    [Fact]
    public void Twenty_thousand_lines_lose_none_and_come_in_few_messages()
    {
        var cell = Client.Run("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");

        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), cell.Text);
        Assert.InRange(cell.Types.Count(type => type == "stream"), 1, 2_000);
    }

    [Fact]
    public void Five_thousand_displays_lose_none()
    {
        var cell = Client.Run("for (var i = 0; i < 5_000; i++) display(i);");

        Assert.Equal(5_000, cell.Types.Count(type => type == "display_data"));
    }

    [Fact]
    public void A_display_is_updated_by_its_name()
    {
        var cell = Client.Run("var shown = display(1); shown.Update(2);");

        var (first, second) = (cell.Published.Single(message => message.Type == "display_data"), cell.Published.Single(message => message.Type == "update_display_data"));
        Assert.Equal(first.Content.GetProperty("transient").GetProperty("display_id").GetString(), second.Content.GetProperty("transient").GetProperty("display_id").GetString());
        Assert.Equal("2", second.Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void Charts_come_as_a_whole_bundle()
    {
        var cell = Client.Run("Plotly.NET.CSharp.Chart.Line<int, int, string>(new[] { 1, 2 }, new[] { 3, 4 })");

        var data = cell.Published.Single(message => message.Type == "execute_result").Content.GetProperty("data");
        Assert.Equal(JsonValueKind.Object, data.GetProperty("application/vnd.plotly.v1+json").ValueKind);
        Assert.Contains("hnn-chart", data.GetProperty("text/html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_cell_and_line()
    {
        var cell = Client.Run("var zero = 0;\n1 / zero");

        Assert.Equal(["status", "execute_input", "error", "status"], cell.Types);
        Assert.Equal(("error", "DivideByZeroException"), (cell.Reply.Status, cell.Reply["ename"]));
        Assert.Contains($"cell {cell.Reply["execution_count"]}, line 2", cell.Reply["traceback"], StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_behind_one_that_fails_are_not_run()
    {
        var failing = Client.SendCell("await Task.Delay(300); throw new Exception();");
        var waiting = Client.SendCell("1");

        Assert.Equal("error", Client.Collect(failing).Reply.Status);
        Assert.Equal("aborted", Client.Collect(waiting).Reply.Status);
        Assert.Equal("3", Client.Run("1 + 2").Shown);
    }

    [Fact]
    public void They_are_run_if_that_is_wanted()
    {
        var first = Client.Send(Channel.Shell, "execute_request", new { code = "await Task.Delay(300); throw new Exception();", stop_on_error = false });
        var second = Client.SendCell("5");

        Assert.Equal("error", Client.Collect(first).Reply.Status);
        Assert.Equal("5", Client.Collect(second).Shown);
    }

    [Fact]
    public void A_silent_cell_is_neither_heard_nor_counted()
    {
        var before = Number(Client.Run("1"));

        var silent = Client.Ask("execute_request", new { code = "Console.Write(1); 2", silent = true });

        Assert.Equal(["status", "status"], silent.Types);
        Assert.Equal(before + 1, Number(Client.Run("1")));
    }

    [Fact]
    public void A_cell_that_is_not_to_be_kept_is_not_counted()
    {
        var before = Number(Client.Run("1"));

        var unkept = Client.Ask("execute_request", new { code = "\"unkept\"", store_history = false });

        Assert.Equal("unkept", unkept.Shown);
        Assert.Equal(before + 1, Number(Client.Run("1")));
        Assert.DoesNotContain("unkept", Client.Ask("history_request", new { hist_access_type = "tail", n = 5 }).Reply["history"], StringComparison.Ordinal);
    }

    [Fact]
    public void Expressions_of_the_user_are_answered_or_refused_one_by_one()
    {
        var cell = Client.Ask("execute_request", new { code = "var seven = 7;", user_expressions = new { good = "seven + 1", bad = "nothing" } });

        var values = cell.Reply.Content.GetProperty("user_expressions");
        Assert.Equal("8", values.GetProperty("good").GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal("error", values.GetProperty("bad").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("var name = input(\"Who?\");\nname", "Who?", false)]
    [InlineData("password(\"Secret?\")", "Secret?", true)]
    [InlineData("Console.ReadLine()", "", false)]
    public void A_cell_asks_its_user(string code, string prompt, bool isPassword)
    {
        var id = Client.SendCell(code);
        var question = QuestionOf(id);
        Client.Send(Channel.Stdin, "input_reply", new { value = "Ada" });

        Assert.Equal((id, prompt, isPassword.ToString()), (question.ParentId, question["prompt"], question["password"]));
        Assert.Equal("Ada", Client.Collect(id).Shown);
    }

    [Fact]
    public void A_cell_that_asks_where_nobody_may_answer_fails()
    {
        var cell = Client.Ask("execute_request", new { code = "input()", allow_stdin = false });

        Assert.Contains("takes no questions", cell.Reply["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_are_cleared()
    {
        var cell = Client.Run("Console.Write(1); clearOutput(wait: true); 2");

        Assert.Equal(["status", "execute_input", "stream", "clear_output", "execute_result", "status"], cell.Types);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "Environment.Exit would end the whole kernel")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"stray\")).Start(); await Task.Delay(200);", "stray")]
    [InlineData("throw null;", "")]
    [InlineData("class Bad { public override string ToString() => throw new Exception(\"bad\"); }\nthrow new Exception(new Bad().ToString());", "bad")]
    [InlineData("new byte[long.MaxValue / 4].Length", "")]
    public void A_cell_that_goes_wrong_leaves_the_kernel_answering(string code, string message)
    {
        var cell = Client.Run(code);

        Assert.Equal("error", cell.Reply.Status);
        Assert.Contains(message, cell.Reply["evalue"], StringComparison.Ordinal);
        Assert.Equal("2", Client.Run("1 + 1").Shown);
    }

    // Questions of cells that were interrupted may come before.
    private Message QuestionOf(string cell)
    {
        var question = Client.Receive(Channel.Stdin);
        while (question.ParentId != cell)
            question = Client.Receive(Channel.Stdin);
        return question;
    }

    private static int Number(Execution cell) => cell.Reply.Content.GetProperty("execution_count").GetInt32();
}
