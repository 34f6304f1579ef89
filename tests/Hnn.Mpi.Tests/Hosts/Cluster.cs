using System.ComponentModel;
using System.Diagnostics;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Hosts;

/// <summary>Hosts h1, h2, ... inside this machine, each with its own name, network card and shared memory; gone with all that runs on them when disposed.</summary>
/// <remarks>They are namespaces without names, made by hosts.sh, which ends them too when this process dies. No network leads outside.</remarks>
internal sealed class Cluster : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // What a launcher of each family needs to know of these hosts; {0} is the agent and {1} the hosts' names. Ranks go round the hosts.
    private static readonly Dictionary<string, string> Options = new()
    {
        ["Open MPI"] = "--oversubscribe --bind-to none --map-by node --host {1} --mca plm_rsh_agent {0} --mca pml ob1 --mca btl self,vader,tcp --mca btl_tcp_if_include eth0 --mca oob_tcp_if_include eth0",
        ["MPICH"] = "-hosts {1} -launcher ssh -launcher-exec {0} -iface eth0 -genv UCX_TLS tcp,self -genv UCX_NET_DEVICES eth0",
    };

    private readonly Process? _switch;

    /// <summary>Makes them; where that is refused, <see cref="Refusal"/> says why.</summary>
    /// <param name="count">How many, 1 to 200.</param>
    public Cluster(int count)
    {
        Names = [.. Enumerable.Range(1, count).Select(number => $"h{number}")];
        try
        {
            _switch = Process.Start(new ProcessStartInfo("unshare", ["--net", "bash", Path.Combine(AppContext.BaseDirectory, "Hosts", "hosts.sh"), $"{count}"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            Folder = _switch.StandardOutput.ReadLine() ?? "";
            Refusal = Folder.Length > 0 ? null : $"Needs root and the right to make networks: {_switch.StandardError.ReadToEnd().Trim()}";
        }
        catch (Win32Exception missing)
        {
            Refusal = $"Needs Linux, bash and util-linux: {missing.Message}";
        }
    }

    /// <summary>Why there are no hosts; null where there are.</summary>
    public string? Refusal { get; }

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Holds their agent, and the number of a process of each; gone with them.</summary>
    public string Folder { get; } = "";

    /// <summary>Skips the test where there are no hosts, and every day.</summary>
    public void RequireHosts()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        Assert.SkipUnless(Refusal is null, Refusal ?? "");
    }

    /// <summary>The launcher of a family, which runs on h1 and starts ranks on the first hosts in turn; where it or the hosts are missing, the test is skipped.</summary>
    public Launcher Launcher(string family, int hosts) => new(Template(family, hosts), "util-linux");

    /// <summary>The same as a command, with <c>{n}</c> for the number of ranks and <c>{program}</c> for what they run.</summary>
    /// <remarks>It needs no environment. The process it starts is the launcher itself, so signals reach it, and standard input and output pass through.</remarks>
    public string Template(string family, int hosts)
    {
        RequireHosts();
        var launcher = Tests.Launcher.Of(family).Program;
        var options = string.Format(null, Options[family], Path.Combine(Folder, "agent.sh"), string.Join(',', Names.Take(hosts)));
        return $"nsenter {string.Join(' ', Entry("h1"))} {launcher} {options} -n {{n}} {{program}}";
    }

    /// <summary>Runs a command on a host.</summary>
    /// <returns>What it printed and its exit code.</returns>
    public (string Output, int Code) Run(string host, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("nsenter", [.. Entry(host), .. command]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }

    /// <summary>Takes a host's cable out of the switch: whatever is sent is lost, and nobody is told.</summary>
    public void Cut(string host)
    {
        using var cut = Process.Start("nsenter", ["--target", $"{_switch?.Id}", "--net", "ip", "link", "set", host, "nomaster"]);
        cut.WaitForExit();
        Assert.Equal(0, cut.ExitCode);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_switch is null)
            return;
        _switch.StandardInput.Close();
        Assert.True(_switch.WaitForExit(Limit), $"The hosts were still there after {Limit.TotalSeconds} s.");
        _switch.Dispose();
    }

    // h1 shares its processes with this machine; a process that enters those of another host would not see itself in its own /proc.
    private string[] Entry(string host)
    {
        var process = File.ReadAllText(Path.Combine(Folder, host)).Trim();
        string[] processes = host == "h1" ? [] : ["--pid"];
        string[] variables =
        [
            "HOME=/dev/shm", "TMPDIR=/dev/shm", $"PATH={Environment.GetEnvironmentVariable("PATH")}", "TERM=xterm",
            "OMPI_ALLOW_RUN_AS_ROOT=1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1",
        ];
        return ["--target", process, "--net", "--uts", "--ipc", "--mount", .. processes, "env", "-i", .. variables];
    }
}
