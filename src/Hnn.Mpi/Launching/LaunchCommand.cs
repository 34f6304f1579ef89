using System.Collections.Immutable;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Launching;

/// <summary>The command that starts the ranks: a program, its arguments, and variables for it and the ranks.</summary>
/// <param name="Family">What the launcher is.</param>
/// <param name="Program">Name or path of the launcher.</param>
/// <param name="Arguments">Its arguments, the ranks' program and its arguments last.</param>
/// <param name="Environment">Variables beyond those of this process.</param>
internal sealed record LaunchCommand(LauncherFamily Family, string Program, ImmutableArray<string> Arguments, ImmutableDictionary<string, string> Environment)
{
    // UCX and Open MPI would take SIGSEGV from .NET, which makes NullReferenceException of it; and UCX would warn on standard output of a variable
    // it does not use. A terminal's name is what makes .NET write codes to it.
    private static readonly ImmutableDictionary<string, string> Common = new Dictionary<string, string>
    {
        ["UCX_ERROR_SIGNALS"] = "",
        ["UCX_WARN_UNUSED_ENV_VARS"] = "n",
        ["OMPI_MCA_opal_signal"] = "",
        ["TERM"] = "dumb",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    }.ToImmutableDictionary();

    /// <summary>The command for the ranks that the options describe.</summary>
    /// <param name="options">The options, checked here.</param>
    /// <param name="ranks">What each rank runs: a program and its arguments.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="MpiException">There is no such launcher, or it cannot do what the options ask for.</exception>
    public static LaunchCommand For(MpiOptions options, params IEnumerable<string> ranks)
    {
        options.Check();
        return For(options, LauncherFamilies.Of(options.IsTemplate ? LaunchTemplate.Words(options.Launcher)[0] : options.Launcher), ranks);
    }

    /// <summary>The same, of a launcher whose family is known.</summary>
    public static LaunchCommand For(MpiOptions options, LauncherFamily family, params IEnumerable<string> ranks)
    {
        var environment = Common.SetItems(options.Environment);
        if (options.IsTemplate)
        {
            var words = LaunchTemplate.Filled(options.Launcher, options.Processes, [.. options.ExtraArguments], ranks);
            return new(family, words[0], words[1..], environment);
        }

        return new(family, options.Launcher, [.. FamilyArguments(options, family, environment), .. options.ExtraArguments, "-n", $"{options.Processes}", .. ranks], environment);
    }

    // Each family gets only options it knows: others refuse to start with them.
    private static IEnumerable<string> FamilyArguments(MpiOptions options, LauncherFamily family, ImmutableDictionary<string, string> environment) => family switch
    {
        // It would bind each of two ranks to one core, whatever their threads; and refuse more ranks than cores. Of the variables it
        // takes only its own to other hosts.
        LauncherFamily.OpenMpi =>
        [
            .. options.HostFile is { } file ? ["--hostfile", file] : (string[])["--oversubscribe"], "--bind-to", "none",
            .. environment.Keys.Where(name => !name.StartsWith("OMPI_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(name => (string[])["-x", name]),
        ],
        LauncherFamily.Hydra => options.HostFile is { } file ? ["-f", file] : [],
        LauncherFamily.MsMpi => options.HostFile is { } file ? ["-machinefile", file] : [],
        // Without the first, ranks that lost one of theirs wait for it for ever.
        LauncherFamily.Slurm when options.HostFile is null => ["-K1", .. options.ThreadsPerRank > 1 ? [$"--cpus-per-task={options.ThreadsPerRank}"] : (string[])[]],
        LauncherFamily.Slurm => throw new MpiException(
            $"srun takes its hosts from Slurm's allocation and reads no host file. Leave out {nameof(MpiOptions.HostFile)}, " +
            $"and choose hosts with --nodelist, in salloc or sbatch or among {nameof(MpiOptions.ExtraArguments)}."),
        _ when options.HostFile is null => [],
        _ => throw new MpiException(
            $"The launcher '{options.Launcher}' is none that is known here, so its option for a host file is not known either. " +
            $"Leave out {nameof(MpiOptions.HostFile)}, and put the option among {nameof(MpiOptions.ExtraArguments)}."),
    };
}
