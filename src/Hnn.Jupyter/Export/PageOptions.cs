namespace Hnn.Jupyter.Export;

/// <summary>What a notebook's page holds beside the notebook.</summary>
public sealed record PageOptions
{
    /// <summary>Nothing.</summary>
    public static PageOptions Default { get; } = new();

    /// <summary>The page's title. Default: null, the notebook's first heading.</summary>
    public string? Title { get; init; }

    /// <summary>JavaScript that stands once at the head of the page, for the outputs to use; for example the text of plotly.js. Default: empty.</summary>
    public string Script { get; init; } = "";
}
