namespace Hnn.Core.Batches;

/// <summary>A trial of a network of a batch.</summary>
/// <param name="Network">The network.</param>
/// <param name="Trial">Which of its trials.</param>
/// <param name="SharedWindows">Number of windows from the start that it has in common with the shared beginning.</param>
internal sealed record BatchTrial(BatchNetwork Network, int Trial, int SharedWindows);
