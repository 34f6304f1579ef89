using Hnn.Jupyter.Directives;

namespace Hnn.Jupyter.Tests.Directives;

public class CellParserTests
{
    [Theory]
    [InlineData("#r \"a/b.dll\"", "ReferencePart { Line = 1, Path = a/b.dll }")]
    [InlineData("  #r \"nuget:Some.Package,1.0.0-beta.2\" // why", "PackagePart { Line = 1, Name = Some.Package, Version = 1.0.0-beta.2 }")]
    [InlineData("#r \"nuget: Some.Package , [1.0,2.0) \"", "PackagePart { Line = 1, Name = Some.Package, Version = [1.0,2.0) }")]
    [InlineData("#r \"nuget:Some.Package\"", "PackagePart { Line = 1, Name = Some.Package, Version =  }")]
    [InlineData("#i \"nuget:https://host/v3/index.json\"", "SourcePart { Line = 1, Source = https://host/v3/index.json }")]
    [InlineData("#i \"nuget: ../a folder\"", "SourcePart { Line = 1, Source = ../a folder }")]
    [InlineData("#!import other.ipynb", "ImportPart { Line = 1, Path = other.ipynb }")]
    [InlineData("#!import \"my other.csx\"", "ImportPart { Line = 1, Path = my other.csx }")]
    [InlineData("#!time", "TimePart { Line = 1 }")]
    public void A_directive_is_understood(string line, string part) => Assert.Equal(part, Assert.Single(CellParser.Parse(line)).ToString());

    [Fact]
    public void Code_stands_between_directives_and_keeps_its_lines()
    {
        var parts = CellParser.Parse("var a = 1;\n#!html\n<b>\n#!csharp\n\nvar b = 2;");

        Assert.Equal([new TextPart(1, "csharp", "var a = 1;"), new TextPart(3, "html", "<b>"), new TextPart(5, "csharp", "\nvar b = 2;")], parts);
    }

    [Theory]
    [InlineData("var s = \"\"\"\n#!/bin/sh\n#r \"a.dll\"\n\"\"\";")]
    [InlineData("/*\n#!nonsense\n*/")]
    [InlineData("#if NEVER\n#!nonsense\n#endif")]
    [InlineData("var s = @\"\n#!import x\n\";")]
    [InlineData("#nullable enable\n#pragma warning disable CS0168\nvar x = 1;")]
    public void What_only_looks_like_a_directive_is_code(string code) => Assert.Equal(new TextPart(1, "csharp", code), Assert.Single(CellParser.Parse(code)));

    [Fact]
    public void Other_languages_may_hold_what_is_no_CSharp()
    {
        var parts = CellParser.Parse("#!markdown\nIt's \"unbalanced\n#r \"is text here\"\n#!csharp\n1");

        Assert.Equal([new TextPart(2, "markdown", "It's \"unbalanced\n#r \"is text here\""), new TextPart(5, "csharp", "1")], parts);
    }

    [Theory]
    [InlineData("#!fsharp", 1)]
    [InlineData("1\n#!import", 2)]
    [InlineData("\n\n#r \"nuget:\"", 3)]
    [InlineData("#r \"nuget:Bad Name,1.0\"", 1)]
    [InlineData("#i \"https://host\"", 1)]
    [InlineData("#!time now", 1)]
    public void An_unknown_or_incomplete_directive_is_refused_with_its_line(string code, int line)
    {
        var fault = Assert.Throws<DirectiveException>(() => CellParser.Parse(code));

        Assert.Equal(line, fault.Line);
        Assert.Contains("Known are:", fault.Message, StringComparison.Ordinal);
    }
}
