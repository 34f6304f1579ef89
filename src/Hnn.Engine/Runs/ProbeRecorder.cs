namespace Hnn.Engine.Runs;

// ProbeRecorder: where a probe sits in a block (lane, and node or slot) and what it recorded in the present window.
internal sealed record ProbeRecorder(ProbeQuantity Quantity, int Place, int Lane, double[] Samples);
