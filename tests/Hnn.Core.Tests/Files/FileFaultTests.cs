using Hnn.Core.Files;

namespace Hnn.Core.Tests.Files;

public class FileFaultTests
{
    [Fact]
    public void A_fault_says_file_place_what_why_and_how_to_mend_it()
    {
        var inText = new FileFault("a.txt", "What.", "Why.", "Fix.") { Line = 3, Column = 5 };
        var inJson = new FileFault("a.json", "What.", "Why.", "Fix.") { JsonPath = "$.celsius", Line = 7 };
        var inAll = new FileFault("a.json", "What.", "Why.", "Fix.");

        Assert.Equal("a.txt (line 3, column 5): What. Why. Fix.", inText.Message);
        Assert.Equal("a.json (at $.celsius, line 7): What. Why. Fix.", inJson.Message);
        Assert.Equal("a.json: What. Why. Fix.", inAll.Message);
    }
}
