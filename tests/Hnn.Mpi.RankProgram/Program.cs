using System.Text;
using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>What the ranks of the tests run: does one deed, named by the first argument, and lets rank 0 print one line of result.</summary>
internal static class Program
{
    private const int NoMpi = 3;
    private const int Fault = 13;

    private static readonly Dictionary<string, Func<MpiSession, string>> Deeds = new()
    {
        ["who"] = mpi => $"{mpi.Library.Abi} {mpi.World.Size}",
        ["hosts"] = mpi => Places.Hosts(mpi.World),
        ["latency"] = mpi => Places.Latency(mpi.World),
        ["collectives"] = mpi => Tally.OnAllRanks(mpi.World, Collectives.Wrong(mpi.World)),
        ["split"] = mpi => Tally.OnAllRanks(mpi.World, Collectives.WrongInParts(mpi.World)),
        ["messages"] = mpi => Tally.OnAllRanks(mpi.World, Messages.Wrong(mpi.World)),
        ["probe"] = mpi => Messages.ProcessorTimeOfAWait(mpi.World),
        ["truncated"] = mpi => Faults.TruncatedMessage(mpi.World),
        ["misfit"] = mpi => Tally.OnAllRanks(mpi.World, Faults.UnnoticedMisfits(mpi.World)),
        ["abort"] = mpi => Faults.AbortOfAnother(mpi.World),
        ["null"] = mpi => Tally.OnAllRanks(mpi.World, Faults.UncaughtNullReferences()),
        ["echo"] = mpi => Ends.EchoOfInput(mpi.World),
        ["deaf"] = mpi => Ends.Never(mpi.World),
        ["exit"] = mpi => Ends.OfOne(mpi.World, () => Environment.Exit(3)),
        ["failfast"] = mpi => Ends.OfOne(mpi.World, () => Environment.FailFast("on purpose")),
        ["overflow"] = mpi => Ends.OfOne(mpi.World, () => Ends.Overflow(0)),
        ["storm"] = mpi => Tally.OnAllRanks(mpi.World, Storm.Wrong(mpi.World)),
        ["chatter"] = Faults.ChatterOnStandardOutput,
        ["twice"] = _ => Faults.SecondStart(),
    };

    public static int Main(string[] arguments)
    {
        using var output = RankOutput.Reserve();
        try
        {
            using var mpi = MpiSession.Start();
            return Run(mpi, Deeds[arguments[0]], output);
        }
        catch (MpiException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return NoMpi;
        }
    }

    private static int Run(MpiSession mpi, Func<MpiSession, string> deed, Stream output)
    {
        try
        {
            var result = deed(mpi);
            if (mpi.World.Rank == 0)
                output.Write(Encoding.UTF8.GetBytes(result + '\n'));
            return 0;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
            mpi.World.Abort(Fault);
            return Fault;
        }
    }
}
