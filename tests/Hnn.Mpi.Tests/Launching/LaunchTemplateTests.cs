using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Tests.Launching;

public class LaunchTemplateTests
{
    [Theory]
    [InlineData("srun -n {n} {program} --after", new[] { "srun", "-n", "3", "extra", "dotnet", "a.dll", "--after" })]
    [InlineData("srun -n {n}", new[] { "srun", "-n", "3", "extra", "dotnet", "a.dll" })]
    [InlineData("  mpiexec   -np={n} ", new[] { "mpiexec", "-np=3", "extra", "dotnet", "a.dll" })]
    [InlineData("\"/my tools/mpiexec\" --name=\"a b\" -n {n} \"\"", new[] { "/my tools/mpiexec", "--name=a b", "-n", "3", "", "extra", "dotnet", "a.dll" })]
    public void Ranks_and_program_take_their_places_in_a_command(string template, string[] expected) =>
        Assert.Equal(expected, LaunchTemplate.Filled(template, count: 3, extra: ["extra"], ranks: ["dotnet", "a.dll"]));
}
