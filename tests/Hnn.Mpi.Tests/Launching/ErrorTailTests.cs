using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Tests.Launching;

public class ErrorTailTests
{
    [Theory]
    [InlineData(new[] { "one", "two" }, "one\ntwo\n")]
    [InlineData(new[] { "one", "two", "three" }, "two\nthree\n")]
    [InlineData(new[] { "one", "a line beyond the limit" }, "the limit\n")]
    [InlineData(new string[0], "")]
    public void The_last_lines_stay_up_to_the_limit(string[] lines, string expected)
    {
        var tail = new ErrorTail(limit: 10);

        foreach (var line in lines)
            tail.Add(line);

        Assert.Equal(expected, tail.ToString());
    }
}
