namespace Hnn.Jupyter.Export;

/// <summary>JavaScript inside of a page.</summary>
internal static class ScriptHtml
{
    /// <summary>The script in a spelling that does not end the element it stands in.</summary>
    public static string Embeddable(string script) => script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);
}
