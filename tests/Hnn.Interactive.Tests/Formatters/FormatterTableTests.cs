using System.Text.RegularExpressions;
using Hnn.Interactive.Formatters;

namespace Hnn.Interactive.Tests.Formatters;

public partial class FormatterTableTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_value_looks_as_it_was_found_good(string name)
    {
        var value = Samples.All[name];
        var formatter = OfflineNotebook.FormatterOf(value);

        var (html, text) = (formatter.Format(value, Mime.Html), formatter.Format(value, Mime.Text));

        GoldenFile.Matches($"{name}.html", html);
        GoldenFile.Matches($"{name}.txt", text);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_form_of_a_value_has_content_which_is_the_same_each_time(string name)
    {
        var value = Samples.All[name];
        var formatter = OfflineNotebook.FormatterOf(value);

        Assert.All(formatter.MimeTypes, mimeType =>
        {
            var content = formatter.Format(value, mimeType);
            Assert.NotEmpty(content);
            Assert.DoesNotContain('\r', content);
            Assert.Equal(content, formatter.Format(value, mimeType));
        });
    }

    // What the sanitizers of Jupyter drop from notebooks that are not trusted: see the notes on notebooks, fact (a).
    [Theory, MemberData(nameof(Names))]
    public void The_html_of_a_value_has_nothing_that_a_viewer_without_trust_would_drop_but_alignments(string name)
    {
        var value = Samples.All[name];

        var html = OfflineNotebook.FormatterOf(value).Format(value, Mime.Html);

        Assert.Empty(Element.Matches(html).Select(match => match.Groups["name"].Value)
            .Except(["div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "img"]));
        Assert.Empty(Attribute.Matches(html).Select(match => match.Groups["name"].Value).Except(["style", "src", "width", "alt"]));
        Assert.Empty(Style.Matches(html).Select(match => match.Groups["content"].Value).Except(["text-align:left", "text-align:right"]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_picture_is_a_png_and_says_in_words_what_it_shows(string name)
    {
        var value = Samples.All[name];
        var formatter = OfflineNotebook.FormatterOf(value);

        Assert.All(Image.Matches(formatter.Format(value, Mime.Html)), image =>
        {
            Assert.StartsWith("data:image/png;base64,iVBORw0KGgo", image.Groups["source"].Value, StringComparison.Ordinal);
            Assert.StartsWith("Figure: ", image.Groups["alt"].Value, StringComparison.Ordinal);
        });
        if (formatter.MimeTypes.Contains(Mime.Png))
            Assert.StartsWith("iVBORw0KGgo", formatter.Format(value, Mime.Png), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_has_a_sample()
    {
        var shown = Samples.All.Values.Select(value => OfflineNotebook.FormatterOf(value).Type);

        Assert.Empty(OfflineNotebook.Table.Formatters.Select(formatter => formatter.Type).Except(shown));
    }

    [GeneratedRegex("<(?<name>[a-z0-9]+)")]
    private static partial Regex Element { get; }

    [GeneratedRegex(" (?<name>[a-z-]+)=\"")]
    private static partial Regex Attribute { get; }

    [GeneratedRegex("style=\"(?<content>[^\"]*)\"")]
    private static partial Regex Style { get; }

    [GeneratedRegex("<img src=\"(?<source>[^\"]*)\" width=\"900\" alt=\"(?<alt>[^\"]*)\">")]
    private static partial Regex Image { get; }
}
