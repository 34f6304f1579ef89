namespace Hnn.Jupyter.Packages;

/// <summary>Packages cannot be restored; the message is the SDK's.</summary>
internal sealed class PackageException(string message) : Exception(message);
