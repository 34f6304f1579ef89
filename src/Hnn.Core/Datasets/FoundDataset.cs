using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Core.Datasets;

/// <summary>A data set and how it was come by.</summary>
/// <param name="Dipole">The measured dipole, or its stand-in.</param>
/// <param name="Origin">Where it was found.</param>
/// <param name="Place">Path or address it came from; empty for a stand-in.</param>
/// <param name="Warnings">What the user should know: a file that is not the published one, a download that failed, data that are invented.</param>
public sealed record FoundDataset(Dipole Dipole, DatasetOrigin Origin, string Place, ImmutableArray<string> Warnings);
