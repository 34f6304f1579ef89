using System.Collections.Immutable;

namespace Hnn.Jupyter.Directives;

/// <summary>Where a text comes from.</summary>
/// <param name="Name">What error messages call it: <c>cell 3</c>, or the name of an imported file.</param>
/// <param name="Folder">The folder to which its paths are relative; empty for the current one.</param>
/// <param name="Files">The files that are being imported, the outermost first: full paths.</param>
internal sealed record Origin(string Name, string Folder, ImmutableArray<string> Files)
{
    /// <summary>The full path of what a directive of this text names.</summary>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(Folder, path));
}
