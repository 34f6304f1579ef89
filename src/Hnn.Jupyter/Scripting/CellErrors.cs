using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Outputs;
using Microsoft.CodeAnalysis;

namespace Hnn.Jupyter.Scripting;

/// <summary>Turns what went wrong into what a notebook shows, with places such as <c>cell 3, line 5, column 9</c>.</summary>
internal static partial class CellErrors
{
    /// <summary>The C# of a cell does not compile.</summary>
    public static ErrorOutput OfCompilation(IEnumerable<Diagnostic> errors)
    {
        var lines = errors.Select(error => $"{Place(error.Location)}error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}").ToImmutableArray();
        return new ErrorOutput("CompilationError", lines[0], lines);
    }

    /// <summary>The code of a cell threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="isOfCell">Whether a source file's name stands for a cell or an imported file.</param>
    public static ErrorOutput OfException(Exception exception, Func<string, bool> isOfCell) =>
        new(exception.GetType().Name, exception.Message, [.. Report(exception, isOfCell)]);

    /// <summary>The C# of a cell would end the process.</summary>
    public static ErrorOutput OfProcessExit(Location place)
    {
        var text = $"{Place(place)}Environment.Exit would end the whole kernel, with all variables. End a cell with return or an exception, or restart the kernel from the notebook's menu.";
        return new ErrorOutput(nameof(NotSupportedException), text, [text]);
    }

    /// <summary>A directive cannot be carried out.</summary>
    public static ErrorOutput OfDirective(string origin, int line, string message)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{origin}, line {line}: {message}");
        return new ErrorOutput("DirectiveError", text, [text]);
    }

    /// <summary>The cell was ended from outside.</summary>
    public static ErrorOutput OfInterrupt(string origin, TimeSpan? limit, bool stillRunning)
    {
        var what = limit is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{origin} ran longer than the limit of {time.TotalSeconds} s and was interrupted.")
            : $"{origin} was interrupted.";
        var text = stillRunning ? $"{what} Its code did not stop and may go on in the background; restart to be rid of it." : what;
        return new ErrorOutput(limit is null ? nameof(OperationCanceledException) : nameof(TimeoutException), text, [text]);
    }

    private static IEnumerable<string> Report(Exception exception, Func<string, bool> isOfCell)
    {
        for (var (each, prefix) = ((Exception?)exception, ""); each is not null; each = each.InnerException, prefix = "caused by ")
        {
            foreach (var line in $"{prefix}{each.GetType().FullName}: {each.Message}".ReplaceLineEndings("\n").Split('\n'))
                yield return line;
            foreach (var frame in Frames(each, isOfCell))
                yield return $"   at {frame}";
        }
    }

    // The frames below the last one of a cell belong to the engine.
    private static IEnumerable<string> Frames(Exception exception, Func<string, bool> isOfCell)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var last = Array.FindLastIndex(frames, frame => frame.GetFileName() is { } file && isOfCell(file));
        return frames.Take(last + 1).Where(frame => frame.GetMethod()?.DeclaringType?.Namespace is not ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices")).Select(Frame);
    }

    private static string Frame(StackFrame frame)
    {
        var method = frame.GetMethod();
        var name = SubmissionPrefix.Replace($"{method?.DeclaringType?.FullName}.{method?.Name}", "").Replace('+', '.');
        var own = OwnCode.Match(name);
        name = own.Groups["name"].Success ? own.Groups["name"].Value : own.Success ? "the cell's own code" : CompilerName.Replace(name, "${name}");
        return frame.GetFileName() is { } file ? string.Create(CultureInfo.InvariantCulture, $"{name} in {NameOf(file)}, line {frame.GetFileLineNumber()}, column {frame.GetFileColumnNumber()}") : name;
    }

    // A notebook with its errors is the same on every machine, wherever its libraries were built.
    private static string NameOf(string file) => file[(file.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string Place(Location location)
    {
        if (!location.IsInSource)
            return "";
        var span = location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{span.Path}, line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}: ");
    }

    [GeneratedRegex(@"^Submission#\d+[.+]")]
    private static partial Regex SubmissionPrefix { get; }

    // What stands at the top of a script or a program; of the latter also a local method.
    [GeneratedRegex(@"<<Initialize>>|<Main>\$>(g__(?<name>\w+)\|)?")]
    private static partial Regex OwnCode { get; }

    // <Smooth>d__4.MoveNext and <>c.<Smooth>b__0_0 are made by the compiler from a method Smooth.
    [GeneratedRegex(@"(<>c[\w]*\.)?<+(?<name>\w*)>+[a-z]__[\w|]*(\.MoveNext)?")]
    private static partial Regex CompilerName { get; }
}
