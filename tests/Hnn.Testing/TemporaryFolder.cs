namespace Hnn.Testing;

/// <summary>An empty folder that is gone with all it holds when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hnn").FullName;

    /// <summary>Full path of a file in the folder; of the folder itself for an empty name.</summary>
    /// <param name="name">Name of the file.</param>
    public string PathOf(string name) => name.Length > 0 ? Path.Combine(_folder, name) : _folder;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
