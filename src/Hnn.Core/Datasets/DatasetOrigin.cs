namespace Hnn.Core.Datasets;

/// <summary>Where a data set was found.</summary>
public enum DatasetOrigin
{
    /// <summary>In the folder the user named.</summary>
    DataFolder,

    /// <summary>In the cache, where an earlier download left it.</summary>
    Cache,

    /// <summary>At its source, just now.</summary>
    Download,

    /// <summary>Nowhere: it is the stand-in made by this project.</summary>
    StandIn,
}
