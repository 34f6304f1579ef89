using System.Collections.Immutable;

namespace Hnn.Jupyter.Completion;

/// <summary>What may stand in place of a piece of a text.</summary>
/// <param name="Start">Where the piece begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">What may stand there, the likeliest first, each with its kind: class, method, local, …</param>
internal sealed record CompletionItems(int Start, int End, ImmutableArray<(string Text, string Kind)> Items);
