namespace Hnn.Interactive.Live;

/// <summary>Ends a live run when its caller or the notebook's user wants it.</summary>
internal static class Interruption
{
    /// <summary>A source whose token is cancelled with the caller's token or with the running cell.</summary>
    public static CancellationTokenSource LinkedTo(CancellationToken cancellation) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellation, NotebookExtension.Interrupt?.Invoke() ?? CancellationToken.None);
}
