using Hnn.Jupyter.Displays;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Jupyter.Tests.Displays;

public class ValueFormsTests
{
    public static TheoryData<object, string> Simple => new()
    {
        { 1, "1" },
        { 2.5, "2.5" },
        { "a<b", "a<b" },
        { true, "True" },
        { 'c', "c" },
        { DayOfWeek.Friday, "Friday" },
        { TimeSpan.FromSeconds(90), "00:01:30" },
        { Enumerable.Range(1, 2).ToArray(), "[ 1, 2 ]" },
    };

    [Theory, MemberData(nameof(Simple))]
    public void What_a_plain_text_says_whole_has_no_other_form(object value, string text)
    {
        var forms = ValueForms.Of(value);

        Assert.Equal(["text/plain"], forms.Forms.Keys);
        Assert.Equal(text, forms["text/plain"]);
    }

    [Fact]
    public void A_collection_is_a_table_and_a_text()
    {
        var forms = ValueForms.Of(new Dictionary<string, int> { ["a"] = 1 });

        Assert.StartsWith("<table>", forms["text/html"], StringComparison.Ordinal);
        Assert.Contains("Value: 1", forms["text/plain"], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', forms["text/html"]!);
    }

    [Fact]
    public void A_type_is_shown_in_all_the_forms_it_prefers()
    {
        Formatter.Register<Chart>((_, writer) => writer.Write("<svg/>"), "image/svg+xml");
        Formatter.Register<Chart>((_, writer) => writer.Write("{}"), "application/vnd.chart+json");
        Formatter.SetPreferredMimeTypesFor(typeof(Chart), "image/svg+xml", "application/vnd.chart+json", "application/x-nobody-registered-this");

        var forms = ValueForms.Of(new Chart());

        Assert.Equal(["application/vnd.chart+json", "image/svg+xml", "text/plain"], forms.Forms.Keys);
        Assert.Equal("<svg/>", forms["image/svg+xml"]);
    }

    [Fact]
    public void A_form_that_nobody_registered_is_refused_by_name()
    {
        var fault = Assert.Throws<ArgumentException>(() => ValueForms.Of(1, "application/x-nobody-registered-this"));

        Assert.Contains("Int32 has no form application/x-nobody-registered-this", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_are_the_content_of_a_picture_if_that_is_asked_for()
    {
        var forms = ValueForms.Of(new byte[] { 1, 2, 3 }, "image/png");

        Assert.Equal("AQID", forms["image/png"]);
    }

    private sealed record Chart;
}
