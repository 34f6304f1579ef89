namespace Hnn.Core.Sweeps;

/// <summary>The kind of files a sweep is stored in.</summary>
public enum SweepFormat
{
    /// <summary>Apache Parquet: small, typed, read by pandas, R, DuckDB and others.</summary>
    Parquet,

    /// <summary>Text with commas; numbers have as many digits as it takes to give the same bits again, at most 17, and a point in every country.</summary>
    Csv,
}
