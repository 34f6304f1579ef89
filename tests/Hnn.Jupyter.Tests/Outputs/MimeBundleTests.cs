using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Tests.Outputs;

public class MimeBundleTests
{
    [Fact]
    public void A_form_is_found_by_its_type()
    {
        var bundle = MimeBundle.Of("text/plain", "a").With("text/html", "<b>a</b>").With("text/plain", "b");

        Assert.Equal("b", bundle["text/plain"]);
        Assert.Equal(["text/html", "text/plain"], bundle.Forms.Keys);
        Assert.Null(bundle["image/png"]);
    }

    [Theory, InlineData("application/json", true), InlineData("application/vnd.plotly.v1+json", true), InlineData("application/javascript", false), InlineData("text/json", false)]
    public void JSON_types_are_known_by_their_names(string mimeType, bool isJson) => Assert.Equal(isJson, MimeBundle.IsJson(mimeType));

    // What is no JSON, and what is but could not be written into a file or read from one.
    [Theory, InlineData("{"), InlineData("\"\\ud800\""), InlineData("{\"a\": 1, \"a\": 2}")]
    public void Content_of_a_JSON_type_is_JSON(string content)
    {
        var fault = Assert.Throws<ArgumentException>(() => MimeBundle.Of("application/json", content));

        Assert.Contains("application/json", fault.Message, StringComparison.Ordinal);
    }
}
