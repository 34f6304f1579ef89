namespace Hnn.Jupyter.Tests.Scripting;

public sealed class CellErrorsTests : IDisposable
{
    private readonly Recorder _cells = new();

    [Fact]
    public async Task A_compiler_error_tells_cell_line_and_column()
    {
        await _cells.RunAsync("var x = 1;");

        var error = await _cells.FailAsync("var y = x;\n\n  y = missing;\nint z = \"text\";");

        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("cell 2, line 3, column 7: error CS0103: The name 'missing' does not exist in the current context", error.Value);
        Assert.Equal([error.Value, "cell 2, line 4, column 9: error CS0029: Cannot implicitly convert type 'string' to 'int'"], error.Traceback);
    }

    [Fact]
    public async Task An_exception_tells_the_lines_of_all_cells_on_its_way_and_nothing_of_the_engine()
    {
        await _cells.RunAsync("\nint Divide(int x)\n{\n    return 1 / x;\n}");

        var error = await _cells.FailAsync("var a = 1;\nDivide(a - 1);");

        Assert.Equal(("DivideByZeroException", "Attempted to divide by zero."), (error.Name, error.Value));
        Assert.Equal(
            ["System.DivideByZeroException: Attempted to divide by zero.", "   at Divide in cell 1, line 4, column 5", "   at the cell's own code in cell 2, line 2, column 1"],
            error.Traceback);
    }

    [Fact]
    public async Task Lambdas_and_awaited_methods_keep_their_names()
    {
        var error = await _cells.FailAsync("""
            async Task Outer()
            {
                await Task.Yield();
                new[] { 0 }.Select(x => 1 / x).First();
            }
            await Outer();
            """);

        Assert.Equal("   at Outer in cell 1, line 4, column 29", error.Traceback[1]);
        Assert.Contains("   at Outer in cell 1, line 4, column 5", error.Traceback);
        Assert.Equal("   at the cell's own code in cell 1, line 6, column 1", error.Traceback[^1]);
    }

    [Fact]
    public async Task A_cause_is_reported_with_its_own_line()
    {
        var error = await _cells.FailAsync("try\n{\n    throw new ArgumentException(\"inner\");\n}\ncatch (Exception e)\n{\n    throw new InvalidOperationException(\"outer\", e);\n}");

        Assert.Equal("outer", error.Value);
        Assert.Equal(
            [
                "System.InvalidOperationException: outer",
                "   at the cell's own code in cell 1, line 7, column 5",
                "caused by System.ArgumentException: inner",
                "   at the cell's own code in cell 1, line 3, column 5",
            ],
            error.Traceback);
    }

    [Fact]
    public async Task Variables_of_a_cell_that_throws_survive()
    {
        await _cells.FailAsync("var kept = 5; throw new Exception();");

        await _cells.RunAsync("kept");

        Assert.Equal("5", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await _cells.RunAsync("var x = 1;");
        await _cells.FailAsync("var x = 2; missing();");

        await _cells.RunAsync("x");

        Assert.Equal("1", _cells.Last["text/plain"]);
    }

    [Fact]
    public async Task A_value_whose_formatter_throws_is_an_error_of_the_cell()
    {
        await _cells.RunAsync("class Rude { public override string ToString() => \"rude\"; }\nMicrosoft.DotNet.Interactive.Formatting.Formatter.Register<Rude>((_, _) => throw new Exception(\"no picture\"), \"text/html\");");

        var error = await _cells.FailAsync("new Rude()");

        Assert.Equal("no picture", error.Value);
    }

    [Fact]
    public async Task Source_files_of_libraries_are_named_without_their_folders()
    {
        var error = await _cells.FailAsync("display(\"{\", \"application/json\");");

        Assert.Contains("MimeBundle.cs, line ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/", error.ToString().Replace("application/json", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public void Dispose() => _cells.Dispose();
}
