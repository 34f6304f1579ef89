using System.Collections.Immutable;
using Hnn.Core.Files;

namespace Hnn.Core.FitSetups;

/// <summary>A fit's setup file cannot be used. Lists all its faults, not only the first.</summary>
public sealed class FitSetupException : Exception
{
    /// <summary>Makes the exception for a file's faults.</summary>
    /// <param name="faults">The faults, at least one.</param>
    public FitSetupException(ImmutableArray<FileFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.Message))) => Faults = faults;

    /// <summary>All faults found, each with its place in the file.</summary>
    public ImmutableArray<FileFault> Faults { get; }
}
