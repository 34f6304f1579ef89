namespace Hnn.Engine.Runs;

// ProbeRecorder: where a probe sits in a block (lane, and node or slot) and where its samples go.
internal sealed record ProbeRecorder(ProbeQuantity Quantity, int Place, int Lane, double[] Samples);
