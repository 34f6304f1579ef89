namespace Hnn.Core.Sweeps;

/// <summary>What to do with a sweep that is stored in the folder already.</summary>
public enum ExistingSweep
{
    /// <summary>Nothing is touched; the sweep ends with an error.</summary>
    Refuse,

    /// <summary>Its points are taken over and the missing ones simulated. It must be the same sweep. A folder without a sweep gets a new one.</summary>
    Resume,

    /// <summary>Its files are deleted first, other files of the folder are not.</summary>
    Replace,
}
