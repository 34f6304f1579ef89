using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hnn.Jupyter.Scripting;

/// <summary>Finds <c>Environment.Exit</c> in a script: it would end the process at once, and nothing could hold it up.</summary>
internal static class ProcessExit
{
    /// <summary>The first place that names it, or null.</summary>
    public static Location? In(Compilation script)
    {
        var tree = script.SyntaxTrees.Last();
        var names = tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == nameof(Environment.Exit)).ToArray();
        return names.Length == 0 ? null : names.FirstOrDefault(name => IsMeant(script.GetSemanticModel(tree), name))?.GetLocation();
    }

    private static bool IsMeant(SemanticModel model, IdentifierNameSyntax name) =>
        model.GetSymbolInfo(name).Symbol is { ContainingType: { Name: nameof(Environment), ContainingNamespace.Name: nameof(System) } };
}
