using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Tests.Binding;

/// <summary>Starts real MPI jobs; each rank compares what it got with what it knows the others to give.</summary>
public class MpiSessionTests
{
    public static TheoryData<string> Families => [.. Launcher.Families];

    public static TheoryData<string, int> Jobs => [.. from family in Launcher.Families from ranks in Enumerable.Range(1, 4) select (family, ranks)];

    [Theory, MemberData(nameof(Jobs))]
    public void Collectives_give_every_rank_the_values_of_all(string family, int ranks) => Prints($"0 wrong on {ranks}\n", family, ranks, "collectives");

    [Theory, InlineData("Open MPI", "OpenMpi"), InlineData("MPICH", "Mpich")]
    public void The_library_is_that_of_the_launcher(string family, string abi) => Prints($"{abi} 2\n", family, ranks: 2, "who");

    [Theory, MemberData(nameof(Families))]
    public void Messages_reach_their_rank_unchanged(string family) => Prints("0 wrong on 3\n", family, ranks: 3, "messages");

    [Theory, MemberData(nameof(Families))]
    public void A_split_group_has_its_own_ranks_and_exchanges(string family) => Prints("0 wrong on 4\n", family, ranks: 4, "split");

    [Theory, MemberData(nameof(Families))]
    public void A_rank_that_waits_for_a_message_leaves_the_processor_to_others(string family) =>
        Prints($"{new MpiMessage(Source: 1, Tag: 5, Bytes: 3)} 1 2 3, processor free\n", family, ranks: 2, "probe");

    [Theory, MemberData(nameof(Families))]
    public void A_failing_function_throws_the_librarys_words(string family)
    {
        var (output, _, _) = Launcher.Of(family).Run(ranks: 2, "truncated");

        Assert.StartsWith("code: MPI_Test failed: ", output, StringComparison.Ordinal);
        Assert.Contains("message truncated", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Families))]
    public void Arrays_and_ranks_that_do_not_fit_are_refused_before_MPI_sees_them(string family) => Prints("0 wrong on 3\n", family, ranks: 3, "misfit");

    [Theory, MemberData(nameof(Families))]
    public void One_rank_can_end_the_whole_job(string family)
    {
        var (output, _, code) = Launcher.Of(family).Run(ranks: 3, "abort");

        Assert.Equal("", output);
        Assert.Equal(7, code);
    }

    [Theory, MemberData(nameof(Families))]
    public void A_null_reference_in_a_rank_is_an_exception_and_not_its_end(string family) => Prints("0 wrong on 2\n", family, ranks: 2, "null");

    [Theory, MemberData(nameof(Families))]
    public void Arrays_stay_where_MPI_reads_them_while_memory_is_compacted(string family) => Prints("0 wrong on 2\n", family, ranks: 2, "storm");

    [Theory, MemberData(nameof(Families))]
    public void Only_what_a_rank_means_to_print_reaches_standard_output(string family)
    {
        var (output, error, _) = Launcher.Of(family).Run(ranks: 2, "chatter");

        Assert.Equal(new string([.. Enumerable.Range(33, 94).Select(code => (char)code)]) + '\n', output);
        Assert.Contains("chatter", error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Families))]
    public void MPI_is_started_once_in_a_process(string family) =>
        Prints("MPI was started before in this process, and cannot be started twice. Keep one MpiSession for the whole life of the process.\n", family, ranks: 1, "twice");

    [Theory]
    [InlineData("Open MPI", "MPICH", "libmpich.so.12", "the launcher is Open MPI's and the library is of the MPICH family")]
    [InlineData("MPICH", "Open MPI", "libmpi.so.40", "the launcher is of the MPICH family and the library is Open MPI's")]
    public void A_launcher_of_one_family_with_a_library_of_the_other_is_an_error(string family, string other, string library, string reason)
    {
        _ = Launcher.Of(other);

        var (output, error, _) = Launcher.Of(family).Run(ranks: 2, "who", ("HNN_MPI_LIBRARY", library));

        Assert.Equal("", output);
        Assert.Contains($"The launcher started 2 processes, but {library}", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    private static void Prints(string expected, string family, int ranks, string deed)
    {
        var (output, error, code) = Launcher.Of(family).Run(ranks, deed);

        Assert.True(expected == output, $"{output}\n{error}");
        Assert.Equal(0, code);
    }
}
