namespace Hnn.Jupyter.Tests.Scripting;

/// <summary>A library's extension, as an engine finds it by name.</summary>
public static class SampleExtension
{
    private static int _loads;

    public static Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>? Host { get; set; }

    public static Func<CancellationToken> Interrupt { get; set; } = () => CancellationToken.None;

    public static int Loads => Volatile.Read(ref _loads);

    public static void Load() => Interlocked.Increment(ref _loads);

    public static void ShowProgress()
    {
        var update = Host!(new Dictionary<string, string> { ["text/plain"] = "begun" });
        update(new Dictionary<string, string> { ["text/html"] = "<b>done</b>", ["text/plain"] = "done" });
    }
}
