using Hnn.Core.Drives;
using Hnn.Core.Parameters;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Adds the drives and tonic biases that a parameter set describes, as HNN's graphical interface makes them.</summary>
    /// <param name="parameters">The parameter set. Default: <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">A drive or bias does not fit the network, for example because there is one of its name already.</exception>
    /// <remarks>
    /// Drives come in the ordinal order of their names, each with the gid of its first cell added to its seed. In <see cref="LegacyMode"/>,
    /// drives that are switched off by their times are kept. To number connections as hnn-core 0.6 does, let the network be made with
    /// <see cref="NetworkOptions.DrivesFromParameters"/>: then the drives' connections come before the local ones.
    /// </remarks>
    public void AddDrivesFromParameters(HnnParameters? parameters = null)
    {
        parameters ??= Parameters;
        foreach (var drive in ParameterDrives.Drives(parameters, LegacyMode))
            AddDrive(drive with { EventSeed = drive.EventSeed + GidCount });
        foreach (var bias in ParameterDrives.Biases(parameters))
            AddTonicBias(Drive.NoValues.Add(bias.CellType, bias.Amplitude), bias.Section, bias.Name, bias.Start, bias.Stop);
    }
}
