using System.Runtime.Intrinsics;

namespace Hnn.Engine.Runs;

// CodePaths: which path is fastest on this processor. Where there are 256-bit vectors but no longer ones, the runtime makes
// two of each 512-bit operation. That keeps twice as many independent operations under way as the 256-bit path does, and
// is about a tenth faster (docs/performance.md).
internal static class CodePaths
{
    public static CodePath Resolve(CodePath path) =>
        path != CodePath.Widest ? path
        : Vector256.IsHardwareAccelerated ? CodePath.Vector512
        : Vector128.IsHardwareAccelerated ? CodePath.Vector128
        : CodePath.Scalar;
}
