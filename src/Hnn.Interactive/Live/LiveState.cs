using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Live;

/// <summary>What a live display shows at one time.</summary>
/// <param name="Line">The whole in one line, for consoles.</param>
/// <param name="Report">The whole, for notebooks.</param>
/// <param name="IsLast">Whether nothing comes after it, so that it stays in the notebook. It then names no times: a notebook that is run twice is the same.</param>
internal sealed record LiveState(string Line, Report Report, bool IsLast = false);
