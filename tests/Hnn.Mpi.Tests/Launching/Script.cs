using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

/// <summary>Small programs for the shell that stand for a launcher.</summary>
internal static class Script
{
    /// <summary>Writes a program; returns its path.</summary>
    public static string Write(TemporaryFolder folder, string name, string lines)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell that runs scripts of sh.");
        var path = folder.PathOf(name);
        File.WriteAllText(path, $"#!/bin/sh\n{lines}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
