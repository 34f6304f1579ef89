using Hnn.Core.Results;
namespace Hnn.Core.Files;
/// <summary>Dipoles as text.</summary>
public static class DipoleFile
{
    /// <summary>Reads.</summary>
    public static Dipole Read(string path) => throw new NotSupportedException(path);

    /// <summary>Writes.</summary>
    public static void Write(Dipole dipole, string path, bool overwrite = true) => throw new NotSupportedException(path);
}
