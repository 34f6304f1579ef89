using System.Collections.Immutable;

namespace Hnn.Core.Verification;

/// <summary>Replays recorded simulations and compares them with what lies beside their settings.</summary>
public static class Verifier
{
    /// <summary>The names of the cases that <see cref="Verify"/> would replay, in its order.</summary>
    /// <param name="options">Where to look, and which cases.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">There is no case in it, or not the one asked for.</exception>
    public static ImmutableArray<string> FindCases(VerificationOptions options) => [.. Cases(options).Select(found => found.Name)];

    /// <summary>Replays every case and compares.</summary>
    /// <param name="options">Where to look, which cases, and how to run them.</param>
    /// <param name="progress">Told each case's result as soon as it is known. Default: nobody.</param>
    /// <param name="cancellation">Ends the verification early. Default: never.</param>
    /// <returns>One result per case, in the order of their names. What is wrong with a case stands in its result and does not keep the others from being replayed.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">There is no case in it, or not the one asked for.</exception>
    /// <exception cref="OperationCanceledException">The verification was ended early.</exception>
    public static ImmutableArray<CaseResult> Verify(
        VerificationOptions options, IProgress<CaseResult>? progress = null, CancellationToken cancellation = default)
    {
        var cases = Cases(options);
        var results = ImmutableArray.CreateBuilder<CaseResult>(cases.Length);
        foreach (var (name, folder) in cases)
        {
            var result = new CaseReplay(name, folder, options).Run(cancellation);
            progress?.Report(result);
            results.Add(result);
        }

        return results.MoveToImmutable();
    }

    private static ImmutableArray<(string Name, string Folder)> Cases(VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Directory.Exists(options.Folder))
            throw new DirectoryNotFoundException($"The folder '{options.Folder}' does not exist. Recorded simulations are looked for there. Correct the path.");
        var enumeration = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16 };
        var all = Directory.EnumerateFiles(options.Folder, RecordedCase.SettingsFile, enumeration)
            .Select(file => Path.GetDirectoryName(file)!)
            .Select(folder => (Name: NameOf(folder, options.Folder), Folder: folder))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        if (all.IsEmpty)
            throw new FileNotFoundException($"There is no recorded simulation in '{options.Folder}'. One is a folder with a {RecordedCase.SettingsFile}. Name a folder that holds some.");
        if (options.Cases.Except(all.Select(found => found.Name)).ToArray() is { Length: > 0 } unknown)
            throw new FileNotFoundException($"There is no case {string.Join(", ", unknown.Select(name => $"'{name}'"))} in '{options.Folder}'. There are {string.Join(", ", all.Select(found => found.Name))}. Name some of these.");
        return options.Cases.IsEmpty ? all : [.. all.Where(found => options.Cases.Contains(found.Name))];
    }

    private static string NameOf(string folder, string root)
    {
        var relative = Path.GetRelativePath(root, folder);
        return relative == "." ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) : relative.Replace('\\', '/');
    }
}
