using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hnn.Core.FitSetups;
using Hnn.Core.Optimization.Solvers;
using Hnn.Engine.Runs;

namespace Hnn.Cli.Verbs;

/// <summary>Words that several verbs understand.</summary>
internal static class Words
{
    /// <summary><c>--threads N</c>.</summary>
    public static Option<int> Threads() => Whole("--threads", "Number of threads; 0 stands for one per processor, or with --mpi for one in each rank. Results do not depend on it.", least: 0, byDefault: 0);

    /// <summary><c>--code-path PATH</c>.</summary>
    public static Option<CodePath> CodePath() => new("--code-path") { Description = "Width of the vector instructions. Results do not depend on it.", HelpName = "PATH" };

    /// <summary><c>--tstop MS</c>.</summary>
    public static Option<double> StopTime() => Time("--tstop", "Simulated time in ms.", byDefault: 170);

    /// <summary><c>--out DIR</c>.</summary>
    public static Option<string> Folder() => new("--out") { Description = "Folder for what is written; made if it is missing.", HelpName = "DIR", DefaultValueFactory = _ => "out" };

    /// <summary><c>--solver NAME</c>.</summary>
    public static Option<Solver> Solver() => new("--solver")
    {
        Description = $"Method of minimisation: {string.Join(", ", Hnn.Core.Optimization.Solvers.Solver.Names)}. [default: auto]",
        HelpName = "NAME",
        DefaultValueFactory = _ => new AutoSolver(),
        CustomParser = result =>
        {
            try
            {
                return Hnn.Core.Optimization.Solvers.Solver.Named(result.Tokens[0].Value);
            }
            catch (ArgumentException unknown)
            {
                result.AddError(unknown.Message);
                return null;
            }
        },
    };

    /// <summary><c>--mesh NxN</c>.</summary>
    public static Option<(int X, int Y)> Mesh() => Mesh("--mesh", "Pyramidal cells of each layer along x and y.", byDefault: 10);

    /// <summary>An option that takes a mesh; by default it has as many cells along x as along y.</summary>
    public static Option<(int X, int Y)> Mesh(string name, string description, int byDefault) => new(name)
    {
        Description = $"{description} [default: {byDefault}x{byDefault}]",
        HelpName = "NxN",
        DefaultValueFactory = _ => (byDefault, byDefault),
        CustomParser = result => ParseMeshes(result).FirstOrDefault(),
    };

    /// <summary>Reads meshes such as <c>10x10</c>.</summary>
    public static (int X, int Y)[] ParseMeshes(ArgumentResult result)
    {
        var meshes = new List<(int X, int Y)>();
        foreach (var word in result.Tokens.Select(token => token.Value))
        {
            if (word.Split('x') is [var x, var y] && Count(x) is { } columns && Count(y) is { } rows)
                meshes.Add((columns, rows));
            else
                result.AddError($"'{word}' is not a mesh. A mesh is two whole numbers above 0 with an x between them, for example 10x10.");
        }

        return [.. meshes];
    }

    /// <summary>An option that takes a whole number, no smaller than a bound.</summary>
    public static Option<int> Whole(string name, string description, int least, int byDefault) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => WholeNumber(result, name, least),
    };

    /// <summary>An option that takes a whole number, no smaller than a bound; null if it is not given.</summary>
    public static Option<int?> Whole(string name, string description, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => WholeNumber(result, name, least),
    };

    /// <summary>An option that takes a time in ms above 0.</summary>
    public static Option<double> Time(string name, string description, double byDefault) => new(name)
    {
        Description = description,
        HelpName = "MS",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => Number(result, name, number => number > 0 && double.IsFinite(number), "a time in ms above 0, for example 170 or 0.025"),
    };

    /// <summary>An option that takes a time to wait in seconds; null if it is not given.</summary>
    public static Option<double?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        CustomParser = result => Number(result, name, number => number is >= 0.001 and <= 1_000_000, "a time in seconds from 0.001 to 1000000, for example 60"),
    };

    private static int WholeNumber(ArgumentResult result, string name, int least)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        result.AddError($"'{result.Tokens[0].Value}' does not fit {name}. It takes a whole number from {least.ToString(CultureInfo.InvariantCulture)} on.");
        return default;
    }

    private static double Number(ArgumentResult result, string name, Func<double, bool> fits, string what)
    {
        var word = result.Tokens[0].Value;
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && fits(number))
            return number;
        result.AddError($"'{word}' does not fit {name}. It takes {what}.");
        return default;
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
