namespace Hnn.Interactive.Formatters;

/// <summary>The MIME types that are written, besides that of live charts.</summary>
internal static class Mime
{
    public const string Html = "text/html";
    public const string Png = "image/png";
    public const string Text = "text/plain";
}
