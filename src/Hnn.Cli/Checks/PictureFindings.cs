using Hnn.Core.Results;
using Hnn.Mpi.Launching;
using Hnn.Plots.Pictures;

namespace Hnn.Cli.Checks;

/// <summary>What figures and pages need to be drawn and seen.</summary>
internal static class PictureFindings
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "brave-browser", "firefox"];
    private static readonly string[] FontEndings = [".ttf", ".otf", ".ttc", ".pfb", ".gz"];

    /// <summary>Whether pictures can be drawn: one is.</summary>
    public static Finding Pictures()
    {
        const string Subject = "pictures";
        try
        {
            PngPicture.ToPng(Plots.Plots.Dipoles(("a dipole", new Dipole([0, 1], [0, 1]))), scale: 0.5);
            return Finding.Ok(Subject, "PNG pictures can be drawn. They bring their own font, Inter, and need none of this machine, and no browser.");
        }
        catch (Exception fault) when (fault is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            return Finding.Fault(Subject, $"No picture can be drawn: {(fault.InnerException ?? fault).Message} The native library of SkiaSharp for this system is missing beside hnn, or cannot be loaded. Install hnn anew; if that does not help, please report it with this line.");
        }
    }

    /// <summary>Whether a browser has letters for pages and SVG pictures.</summary>
    public static Finding Fonts()
    {
        const string Subject = "fonts";
        return OperatingSystem.IsLinux() && !FontFolders.Any(HasFont)
            ? Finding.Note(
                Subject, "None is found on this machine. PNG pictures have their own; web pages, PDFs and SVG pictures are shown in the machine's, which then shows boxes for letters.",
                "Debian, Ubuntu: 'apt install fonts-dejavu-core'.")
            : Finding.Ok(Subject, "Web pages, PDFs and SVG pictures are shown in the fonts of this machine.");
    }

    /// <summary>What pages are looked at with, and PDFs made.</summary>
    public static Finding Browser()
    {
        const string Subject = "browser";
        const string Pdf = "To make a PDF of a page, print it, or use Chromium's --headless --print-to-pdf.";
        if (!OperatingSystem.IsLinux())
            return Finding.Ok(Subject, $"This system has one. {Pdf}");
        return Browsers.Select(ProgramPath.Find).FirstOrDefault(path => path is not null) is { } browser
            ? Finding.Ok(Subject, $"{browser}. {Pdf}")
            : Finding.Note(
                Subject, "None is found on the PATH. It is needed to work in Jupyter on this machine, to look at web pages and to make PDFs; pictures need none.",
                "Debian: 'apt install chromium'; Ubuntu: 'snap install chromium'.", "On a machine without a screen: 'hnn notebook open --no-browser', and forward its port with ssh -L.");
    }

    private static IEnumerable<string> FontFolders
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return ["/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local", "share", "fonts")];
        }
    }

    private static bool HasFont(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Any(file => FontEndings.Contains(Path.GetExtension(file)));
}
