using Hnn.Core.Results;

namespace Hnn.Core.Datasets;

/// <summary>A measured dipole that others publish: its file, where it can be had and how to know it.</summary>
/// <param name="FileName">Name of the file, in the data folder, the cache and at its source.</param>
/// <param name="Source">Where it can be downloaded.</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hexadecimal digits.</param>
/// <param name="MakeStandIn">Makes a dipole of the same kind by a formula of this project, for machines without a network.</param>
public sealed record Dataset(string FileName, Uri Source, string Sha256, Func<Dipole> MakeStandIn)
{
    /// <summary>Response of the primary somatosensory cortex to a supra-threshold touch: 105 samples over 173.3 ms, in nAm.</summary>
    /// <remarks>Source: the HNN project's data repository; Jones et al. (2007), J. Neurophysiol. 98.</remarks>
    public static Dataset S1SupraT { get; } = new(
        "S1_SupraT.txt",
        new Uri("https://raw.githubusercontent.com/jonescompneurolab/hnn/master/data/MEG_detection_data/S1_SupraT.txt"),
        "736ec0d5d12dcd29a6169b72ec58c0dcdae09c140f3aacd7cd7ab8e3ff0af435",
        StandIn.EvokedResponse);
}
