using Hnn.Cli.Output;

namespace Hnn.Cli.Tests.Output;

public class MpiNamesTests
{
    [Theory]
    [InlineData("Let MpiOptions.Launcher name another.", "Let --launcher name another.")]
    [InlineData("Ask for fewer with MpiOptions.Processes.", "Ask for fewer with --mpi.")]
    [InlineData("Leave out HostFile.", "Leave out --hostfile.")]
    [InlineData("The launcher has hosts.", "The launcher has hosts.")]
    public void Names_of_the_library_become_those_of_the_command(string text, string expected) => Assert.Equal(expected, MpiNames.InWordsOfTheCommand(text));
}
