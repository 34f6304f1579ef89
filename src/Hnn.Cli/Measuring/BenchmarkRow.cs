namespace Hnn.Cli.Measuring;

/// <summary>What was measured. Times are medians.</summary>
/// <param name="Mesh">The mesh, for example <c>10x10</c>.</param>
/// <param name="CodePath">Width of the vector instructions.</param>
/// <param name="MsPerTrial1Thread">Time of one trial in ms with one thread.</param>
/// <param name="MsPerTrialAllThreads">Time of one trial in ms with one thread per processor.</param>
/// <param name="NsPerCompartmentStep">Time in ns of one step of one membrane segment, with one thread.</param>
/// <param name="CyclesPerCompartmentStep">The same in cycles of the measured clock.</param>
/// <param name="EventsPerSecond">Events delivered to synapses per second, with one thread.</param>
/// <param name="BuildMs">Time in ms to describe and compile the network.</param>
/// <param name="Compartments">Number of membrane segments.</param>
/// <param name="Spikes">Spikes of one trial, drives included.</param>
internal sealed record BenchmarkRow(
    string Mesh,
    string CodePath,
    double MsPerTrial1Thread,
    double MsPerTrialAllThreads,
    double NsPerCompartmentStep,
    double CyclesPerCompartmentStep,
    double EventsPerSecond,
    double BuildMs,
    int Compartments,
    int Spikes);
