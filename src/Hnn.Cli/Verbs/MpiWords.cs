using System.CommandLine;
using Hnn.Cli.Output;
using Hnn.Mpi;
using Spectre.Console;

namespace Hnn.Cli.Verbs;

/// <summary>The words by which a verb's simulations go to the ranks of an MPI job.</summary>
/// <param name="ranks">Number of ranks where <c>--mpi</c> is left out. Default: null, no MPI then.</param>
internal sealed class MpiWords(int? ranks = null)
{
    private readonly Option<int?> _ranks = Words.Whole(
        "--mpi", $"Simulate on so many MPI ranks; 'hnn mpi check' tells whether that works here. Results do not depend on it. [default: {(ranks is { } number ? $"{number}" : "none")}]", least: 1);

    private readonly Option<string?> _launcher = new("--launcher")
    {
        Description = "What starts the ranks: a program such as mpiexec or srun, or a whole command with {n} for their number and {program} for what they run. [default: mpiexec]",
        HelpName = "COMMAND",
    };

    private readonly Option<string?> _hosts = new("--hostfile") { Description = "Hosts for the ranks, in the launcher's own format.", HelpName = "FILE" };

    private readonly Option<MpiMode?> _mode = new("--mpi-mode")
    {
        Description = "What the ranks share: whole trials, or the cells of each. [default: auto, trials if there are several]",
        HelpName = "auto|trials|cells",
    };

    /// <summary>Adds the words to a verb's.</summary>
    public void AddTo(Command command)
    {
        command.Add(_ranks);
        command.Add(_launcher);
        command.Add(_hosts);
        if (ranks is not null)
            return;
        command.Add(_mode);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_ranks) is not null)
                return;
            foreach (var option in new Option[] { _launcher, _hosts, _mode }.Where(option => result.GetResult(option) is not null))
                result.AddError($"{option.Name} says how MPI ranks are started and used, but none are asked for. Add --mpi N with their number, or leave {option.Name} out.");
        });
    }

    /// <summary>Sends all simulations to the ranks until what is returned is disposed of; null if none are asked for.</summary>
    /// <param name="words">The verb's words.</param>
    /// <param name="terminal">Told on standard error what the ranks do.</param>
    /// <param name="threads">Number of threads of each rank; 0 stands for one. Default: 0.</param>
    public MpiBackend? Use(ParseResult words, Terminal terminal, int threads = 0) =>
        words.GetValue(_ranks) is null ? null : new MpiBackend(OptionsOf(words) with { ThreadsPerRank = Math.Max(1, threads), Log = new Milestones(terminal).Tell });

    /// <summary>How the ranks are started. There must be ranks, or no verb would ask.</summary>
    public MpiOptions OptionsOf(ParseResult words) => MpiOptions.Default with
    {
        Processes = words.GetValue(_ranks) ?? ranks!.Value,
        Launcher = words.GetValue(_launcher) ?? MpiOptions.Default.Launcher,
        HostFile = words.GetValue(_hosts),
        Mode = words.GetValue(_mode) ?? MpiOptions.Default.Mode,
        RequiresMpi = true,
    };

    // Each sentence once, as a fit's thousand simulations have the same; and not each trial's end, which the progress shows.
    private sealed class Milestones(Terminal terminal)
    {
        private readonly HashSet<string> _told = [];

        public void Tell(string sentence)
        {
            lock (_told)
            {
                if (!sentence.StartsWith("Trial ", StringComparison.Ordinal) && _told.Add(sentence))
                    terminal.ErrorConsole.WriteLine(MpiNames.InWordsOfTheCommand(sentence));
            }
        }
    }
}
