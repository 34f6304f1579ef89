using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Core.Datasets;

/// <summary>A measured dipole that others publish: its file, where it can be had and how to know it.</summary>
/// <param name="FileName">Name of the file, in the data folder, the cache and at its source.</param>
/// <param name="Source">Where it can be downloaded.</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hexadecimal digits.</param>
/// <param name="MakeStandIn">Makes a dipole of the same kind by a formula of this project, for machines without a network.</param>
/// <remarks>Source of all: the HNN project's data repository; Jones et al. (2007), J. Neurosci. 27: a brief touch of a finger, averaged over trials.</remarks>
public sealed record Dataset(string FileName, Uri Source, string Sha256, Func<Dipole> MakeStandIn)
{
    /// <summary>Response of the primary somatosensory cortex to a supra-threshold touch: 105 samples over 173.3 ms, in nAm.</summary>
    public static Dataset S1SupraT { get; } = Of("S1_SupraT.txt", "736ec0d5d12dcd29a6169b72ec58c0dcdae09c140f3aacd7cd7ab8e3ff0af435", () => StandIn.EvokedResponse());

    /// <summary>Response of the primary somatosensory cortex to a touch at the threshold, where it was felt: 103 samples over 169.8 ms, in nAm.</summary>
    public static Dataset S1Felt { get; } = Of("yes_trial_S1_ERP_all_avg.txt", "39c8fd83db876106f9d7350319dd495437e1addb923cbecc8513bd6cd234f77d", () => StandIn.EvokedResponse());

    /// <summary>Response to the same touch where it was not felt: 103 samples over 169.8 ms, in nAm.</summary>
    public static Dataset S1NotFelt { get; } = Of("no_trial_S1_ERP_all_avg.txt", "8a3cfe0b5984603a3f8428b06f01f77ca944075e9e0b464eb5b511872fa7bef7", () => StandIn.EvokedResponse(strength: 0.6));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Dataset> All { get; } = [S1SupraT, S1Felt, S1NotFelt];

    /// <summary>Finds the data set as <see cref="DatasetLookup.FromEnvironment"/> does: in the folder named by <c>HNN_DATA</c>, in the user's cache, at its source, else its stand-in.</summary>
    /// <param name="cancellation">Ends a download.</param>
    /// <exception cref="Files.FileFault">The copy in the data folder is malformed.</exception>
    /// <exception cref="OperationCanceledException">The download was cancelled.</exception>
    public Task<FoundDataset> FindAsync(CancellationToken cancellation = default) => DatasetLookup.FromEnvironment().FindAsync(this, cancellation);

    private static Dataset Of(string fileName, string sha256, Func<Dipole> makeStandIn) => new(
        fileName, new Uri($"https://raw.githubusercontent.com/jonescompneurolab/hnn/master/data/MEG_detection_data/{fileName}"), sha256, makeStandIn);
}
