namespace Hnn.Jupyter.Directives;

/// <summary>A piece of a cell: code, or a directive.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
internal abstract record CellPart(int Line);

/// <summary>Text in one language.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
/// <param name="Language">One of <see cref="CellParser.Languages"/>.</param>
/// <param name="Text">The text, without the lines before it.</param>
internal sealed record TextPart(int Line, string Language, string Text) : CellPart(Line);

/// <summary><c>#r "file.dll"</c></summary>
internal sealed record ReferencePart(int Line, string Path) : CellPart(Line);

/// <summary><c>#r "nuget:Name, Version"</c>; the version is empty if any will do.</summary>
internal sealed record PackagePart(int Line, string Name, string Version) : CellPart(Line);

/// <summary><c>#i "nuget:folder or address"</c></summary>
internal sealed record SourcePart(int Line, string Source) : CellPart(Line);

/// <summary><c>#!import file</c></summary>
internal sealed record ImportPart(int Line, string Path) : CellPart(Line);

/// <summary><c>#!time</c></summary>
internal sealed record TimePart(int Line) : CellPart(Line);

/// <summary><c>#!whos</c></summary>
internal sealed record VariablesPart(int Line) : CellPart(Line);
