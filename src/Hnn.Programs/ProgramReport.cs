using System.Globalization;
using System.Runtime.CompilerServices;
using Hnn.Interactive;
using Hnn.Jupyter.Running;
using Hnn.Jupyter.Scripting;
using Hnn.Programs.Writing;

namespace Hnn.Programs;

/// <summary>The web page of a program made from a notebook: its text, its code, and what each section of code prints and shows while it runs.</summary>
/// <remarks>
/// The program's own file says what the sections are: a line <c>// %% NAME</c> begins one of code, a line <c>// %% [markdown]</c> one of text in comments.
/// Values are shown with <see cref="Jupyter.Displays.NotebookFunctions.display"/>, as in a notebook; what is printed appears in the terminal, too.
/// The page is written at the end, also where an exception or Ctrl-C ends the program; while a live fit or simulation is running, Ctrl-C ends that one first, and a fit keeps its best.
/// Numbers are written as in a notebook: the culture is the invariant one.
/// </remarks>
public sealed class ProgramReport
{
    private readonly Lock _gate = new();
    private readonly ProgramRun _run;
    private readonly string _source;
    private readonly string _page;
    private bool _isSaved;

    private ProgramReport(string source, string page)
    {
        (_source, _page) = (source, page);
        _run = new ProgramRun(ProgramReader.Read(File.ReadAllText(source), source), RunOptions.Default with
        {
            Engine = EngineOptions.Default with { Extensions = [new EngineExtension(typeof(NotebookExtension).AssemblyQualifiedName!, nameof(NotebookExtension.Load))] },
            Echo = Console.Write,
            Updated = new SparseNotes(Console.Error.WriteLine).Note,
            Progress = cell => Console.Error.WriteLine($"[{cell.Id}]"),
        });
        AppDomain.CurrentDomain.UnhandledException += (_, fault) => Save(fault.ExceptionObject as Exception);
        Console.CancelKeyPress += Interrupt;
    }

    /// <summary>Begins the report; nothing is written yet, but it is made sure that it can be.</summary>
    /// <param name="args">The program's words: the first names the page. Without any it is <c>out/NAME.html</c>, where NAME is the program's.</param>
    /// <param name="source">The program's file; left out, it is the caller's.</param>
    /// <exception cref="ArgumentException">The page would be a folder, or replace the program.</exception>
    /// <exception cref="IOException">The program's file cannot be read, or no page can be written there.</exception>
    /// <exception cref="Jupyter.Notebooks.NotebookException">The file's sections make no sense.</exception>
    public static ProgramReport Begin(string[] args, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(args);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (!File.Exists(source))
            throw new FileNotFoundException($"The program's own text, '{source}', is not there, and the report shows it. Run the program where it lies: dotnet run {Path.GetFileName(source)}", source);
        var page = Path.GetFullPath(args.Length > 0 ? args[0] : Path.Combine("out", Path.ChangeExtension(Path.GetFileName(source), ".html")));
        TargetFiles.Prepare(source, output: null, page);
        return new ProgramReport(source, page);
    }

    /// <summary>Begins a section of code: what is printed and shown from here on stands below it.</summary>
    /// <param name="name">Its name in the line <c>// %% NAME</c>.</param>
    /// <exception cref="InvalidOperationException">The program has no such section.</exception>
    public void Cell(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _run.Begin(name);
    }

    /// <summary>Writes the page. Calling it again does nothing.</summary>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public void Save() => Save(fault: null);

    private void Save(Exception? fault)
    {
        lock (_gate)
        {
            if (_isSaved)
                return;
            _isSaved = true;
        }

        if (fault is not null)
            _run.Fail(fault, _source);
        NotebookPages.Save(_page, _run.End());
        Console.Error.WriteLine($"Wrote {_page}");
    }

    private void Interrupt(object? sender, ConsoleCancelEventArgs request)
    {
        if (_run.Interrupt())
            request.Cancel = true;
        else
            Save(new OperationCanceledException("The program was interrupted."));
    }
}
