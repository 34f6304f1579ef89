using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hnn.Jupyter.Tests;

/// <summary>Makes a small .NET library: one static class with one method that returns a text.</summary>
internal static class SmallLibrary
{
    /// <summary>Writes NAME.dll, which holds <c>NAME.Greeting.Text()</c>.</summary>
    /// <returns>The path of the file.</returns>
    public static string Write(string folder, string name, string text)
    {
        var tree = CSharpSyntaxTree.ParseText($"namespace {name} {{ public static class Greeting {{ public static string Text() => \"{text}\"; }} }}");
        var compilation = CSharpCompilation.Create(
            name, [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}.dll");
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
