using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Tests.Binding;

public class LaunchTests
{
    [Theory]
    [InlineData("OMPI_COMM_WORLD_SIZE=2;PMI_SIZE=3;SLURM_STEP_NUM_TASKS=4", 2)]
    [InlineData("PMI_SIZE=3;SLURM_STEP_NUM_TASKS=4", 3)]
    [InlineData("SLURM_STEP_NUM_TASKS=4", 4)]
    [InlineData("SLURM_NTASKS=4", null)]
    [InlineData("PMI_SIZE=many", null)]
    public void The_launcher_nearest_to_the_process_says_how_many_it_started(string environment, int? expected)
    {
        var variables = environment.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var processes = Launch.Processes(name => variables.GetValueOrDefault(name));

        Assert.Equal(expected, processes);
    }
}
