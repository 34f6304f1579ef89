using Hnn.Testing;

namespace Hnn.Cli.Tests;

/// <summary>A world of its own for a process: a PATH with the programs a test puts there, and Jupyter's folders. It is gone when disposed.</summary>
internal sealed class FakePrograms : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakePrograms()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        Directory.CreateDirectory(_folder.PathOf("bin"));
    }

    /// <summary>The environment of the process.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["PATH"] = _folder.PathOf("bin"),
        ["HOME"] = _folder.PathOf(""),
        ["JUPYTER_DATA_DIR"] = Data,
        ["JUPYTER_PATH"] = "/opt/others",
        ["HNN_DATA"] = null,
    };

    /// <summary>Jupyter's data.</summary>
    public string Data => _folder.PathOf("data");

    /// <summary>All files, relative to the world's folder.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder.PathOf(""), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.PathOf(""), file)).Order(StringComparer.Ordinal);

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Adds a program.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">Lines of a shell that finds no other programs.</param>
    public void Add(string name, string script)
    {
        var path = _folder.PathOf($"bin/{name}");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    public void Dispose() => _folder.Dispose();
}
