namespace Hnn.Jupyter.Scripting;

/// <summary>A method to call when an engine starts, found by name; so a library can register its formatters without knowing this one.</summary>
/// <param name="TypeName">Full name of the type with its assembly, for example <c>Hnn.Interactive.NotebookExtension, Hnn.Interactive</c>.</param>
/// <param name="MethodName">A public static method without parameters. It may be called once for each engine of a process.</param>
/// <remarks>
/// Before the call, two optional public static properties of the type are set:
/// <c>Host</c>, a <c>Func&lt;IReadOnlyDictionary&lt;string, string&gt;, Action&lt;IReadOnlyDictionary&lt;string, string&gt;&gt;&gt;</c>,
/// which displays the given forms (by MIME type) in the running cell and returns what replaces them; and
/// <c>Interrupt</c>, a <c>Func&lt;CancellationToken&gt;</c>, which gives the running cell's token, cancelled when the user interrupts it.
/// Both find the running cell by themselves, and do nothing where none is running.
/// </remarks>
public sealed record EngineExtension(string TypeName, string MethodName);
