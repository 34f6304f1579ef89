using System.ComponentModel;
using System.Diagnostics;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Launching;

/// <summary>A running launcher, and with it its ranks: what they read and write, and their end.</summary>
/// <remarks>
/// Nobody but this process holds the end of <see cref="Input"/> that writes (.NET keeps it from its children), so ranks that read it see its
/// end when this process is gone, however it went.
/// </remarks>
internal sealed class LauncherProcess : IDisposable
{
    /// <summary>How long a launcher that was asked to end may take, unless told otherwise.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Ranks whose input has ended go by themselves: MPICH's at once, Open MPI's in a second or two.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    // Orphans of a killed launcher may hold standard error open for a while.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    private const int TailLength = 8192;

    private readonly Process _process;
    private readonly string _temporary;
    private readonly ErrorTail _tail = new(TailLength);
    private readonly Lock _ending = new();
    private bool _isOver;

    private LauncherProcess(LaunchCommand command, ProcessStartInfo start)
    {
        Family = command.Family;
        _temporary = start.Environment.TryGetValue("TMPDIR", out var folder) && folder is { Length: > 0 } ? folder : Path.GetTempPath();
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.Exited += (_, _) => exited.SetResult();
        _process.Start();
        Input = _process.StandardInput.BaseStream;
        Output = _process.StandardOutput.BaseStream;
        Ended = EndAsync(exited.Task, ReadErrorsAsync());
    }

    /// <summary>What the launcher is.</summary>
    public LauncherFamily Family { get; }

    /// <summary>Process number of the launcher.</summary>
    public int Id => _process.Id;

    /// <summary>Standard input of the launcher, which gives it to rank 0.</summary>
    public Stream Input { get; }

    /// <summary>Standard output of the launcher, which has that of all ranks. MPICH also tells here which rank ended badly (<see cref="LauncherWords"/>).</summary>
    public Stream Output { get; }

    /// <summary>The last lines of standard error of the launcher and all ranks, up to 8192 characters.</summary>
    public string ErrorTail => _tail.ToString();

    /// <summary>Adds to <see cref="ErrorTail"/> what the launcher wrote to <see cref="Output"/>.</summary>
    public void Quote(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            _tail.Add(line);
    }

    /// <summary>Completes when the launcher has ended and its last words are read. Its result is the exit code; 128 and the signal if one ended it.</summary>
    public Task<int> Ended { get; }

    /// <summary>Starts the launcher and its ranks.</summary>
    /// <exception cref="MpiException">There is no such launcher, or the system refuses to start it.</exception>
    public static LauncherProcess Start(LaunchCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        try
        {
            return new(command, start);
        }
        catch (Win32Exception fault)
        {
            throw ProgramPath.Find(command.Program) is null
                ? LaunchFault.NotFound(command.Program)
                : new MpiException($"The launcher '{command.Program}' cannot be started: {fault.Message}. Make the file executable, or let {nameof(MpiOptions)}.{nameof(MpiOptions.Launcher)} name another.");
        }
    }

    /// <summary>Ends the launcher with all its ranks, and leaves nothing of theirs behind. Does nothing if that was done before.</summary>
    /// <param name="grace">How long it may take once it was asked to end; then it is killed.</param>
    public void End(TimeSpan grace)
    {
        lock (_ending)
        {
            if (_isOver)
                return;
            CloseInput();
            if (!Ended.Wait(Moment) && !IsAsked(grace))
                Kill();
            JobFiles.Remove(_process.Id, _temporary);
            _isOver = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End(Grace);
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            _tail.Add(line);
    }

    private async Task<int> EndAsync(Task exited, Task errors)
    {
        await exited.ConfigureAwait(false);
        await Task.WhenAny(errors, Task.Delay(LastWords)).ConfigureAwait(false);
        return _process.ExitCode;
    }

    private void CloseInput()
    {
        try
        {
            Input.Dispose();
        }
        catch (IOException)
        {
            // The launcher is gone, and what was still to be written to it is nobody's loss.
            return;
        }
    }

    // A launcher that is asked takes its ranks and their shared memory with it, also one that was stopped and now goes on.
    private bool IsAsked(TimeSpan grace)
    {
        if (OperatingSystem.IsWindows())
            return false;
        SystemFunctions.Terminate(_process.Id);
        return Ended.Wait(grace);
    }

    private void Kill()
    {
        _process.Kill(entireProcessTree: true);
        Ended.Wait(Grace);
    }
}
