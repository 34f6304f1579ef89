namespace Hnn.Engine.Kernels;

// Block: placeholder for the constant, grown in Runs.
internal static class Block
{
    /// <summary>Cells that are advanced side by side. The same for all vector widths, so that results are the same.</summary>
    public const int Lanes = 8;
}
