namespace Hnn.Engine.Kernels;

// Block: the unit that is advanced at once: eight cells of one plan, lane by lane.
internal static class Block
{
    /// <summary>Cells side by side. The same for all vector widths, so that results are the same.</summary>
    public const int Lanes = 8;
}
