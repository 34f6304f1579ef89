namespace Hnn.Jupyter.Scripting;

/// <summary>Ends an interrupted cell. Its token is cancelled already; then its thread is woken, then aborted, and at last the cell is left to itself.</summary>
internal static class CellInterrupt
{
    // Who asked for the cell's token is about to end and hand over what there is: a fit its best, with a last picture. Other code soon feels the next step.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(10);

    /// <summary>Takes the steps until the cell has ended.</summary>
    /// <param name="work">The cell's work.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>False if it goes on all the same: in native code, or behind an await, on a thread of the pool that others use too.</returns>
    public static async Task<bool> EndsAsync(Task work, RunningCell cell)
    {
        if (await EndsWithinAsync(work, cell.HeedsInterrupt ? LongStep : Step).ConfigureAwait(false))
            return true;
        // A thread that wakes up and ends has no time to finish the cell's work before the next look.
        if (cell.Thread is not { } thread)
            return work.IsCompleted;
        thread.Wake();
        if (await EndsWithinAsync(work, Step).ConfigureAwait(false))
            return true;
        cell.Thread?.Abort();
        return await EndsWithinAsync(work, Step).ConfigureAwait(false);
    }

    private static async Task<bool> EndsWithinAsync(Task work, TimeSpan time)
    {
        await Task.WhenAny(work, Task.Delay(time, CancellationToken.None)).ConfigureAwait(false);
        return work.IsCompleted;
    }
}
