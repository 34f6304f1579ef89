using System.CommandLine;
using Hnn.Cli.Checks;
using Hnn.Cli.Notebooks;
using Hnn.Cli.Output;

namespace Hnn.Cli.Verbs;

/// <summary>Tells what notebooks have here, what is missing, and how to get it.</summary>
internal sealed class NotebookDoctorVerb : IVerb
{
    public Command Command => new("doctor", "Tell what notebooks have here, and for what is missing, what it is needed for and how to get it. Changes nothing. Ends with code 1 if the kernel cannot work.");

    public async Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var findings = await NotebookCheck.RunAsync(cancellation).ConfigureAwait(false);
        var works = findings.All(finding => finding.Kind != FindingKind.Fault);
        foreach (var finding in findings)
            terminal.Line(finding.ToString());
        terminal.Object(new { works, version = KernelSpec.Version.ToString(), findings = findings.Select(finding => new { kind = finding.Kind.ToString(), finding.Subject, finding.Text }) });
        return works ? ExitCode.Success : ExitCode.Failure;
    }
}
