using System.CommandLine;
using Hnn.Cli.Output;
using Hnn.Core.Files;
using Hnn.Core.Networks;

namespace Hnn.Cli.Verbs;

/// <summary>Writes a model as a network file.</summary>
internal sealed class ModelVerb : IVerb
{
    private readonly Argument<string> _model = new("MODEL") { Description = "Which model." };
    private readonly Option<(int X, int Y)> _mesh = Words.Mesh();
    private readonly Option<bool> _drives = new("--erp-drives") { Description = "Add the three drives of the standard evoked response." };

    public ModelVerb() => _model.AcceptOnlyFromAmong([.. Network.ModelNames]);

    public Command Command => new("model", "Write a model as a network file to standard output.") { _model, _mesh, _drives };

    public Task<int> RunAsync(ParseResult words, Terminal terminal, CancellationToken cancellation)
    {
        var net = Network.Named(words.GetRequiredValue(_model), NetworkOptions.Default with { Mesh = words.GetValue(_mesh) });
        if (words.GetValue(_drives))
            net.AddDefaultErpDrives();
        terminal.Raw(NetworkFile.ToJson(net));
        return Task.FromResult(ExitCode.Success);
    }
}
