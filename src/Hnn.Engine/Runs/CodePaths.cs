using System.Runtime.Intrinsics;

namespace Hnn.Engine.Runs;

// CodePaths: which width the processor has.
internal static class CodePaths
{
    public static CodePath Resolve(CodePath path) =>
        path != CodePath.Widest ? path
        : Vector512.IsHardwareAccelerated ? CodePath.Vector512
        : Vector256.IsHardwareAccelerated ? CodePath.Vector256
        : Vector128.IsHardwareAccelerated ? CodePath.Vector128
        : CodePath.Scalar;
}
