using Hnn.Mpi.Binding;

namespace Hnn.Mpi.RankProgram;

/// <summary>Exchanges of fresh arrays while a second thread collects and compacts the heap again and again.</summary>
internal static class Storm
{
    private const int Exchanges = 300;
    private const int Length = 2000;

    public static int Wrong(MpiCommunicator world)
    {
        using var calm = new CancellationTokenSource();
        var collections = 0;
        var storm = new Thread(() =>
        {
            while (!calm.IsCancellationRequested)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
                collections++;
                Thread.Sleep(1);
            }
        });
        storm.Start();
        var wrong = Enumerable.Range(0, Exchanges).Sum(exchange => WrongExchange(world, exchange));
        calm.Cancel();
        storm.Join();
        return wrong + (collections >= 20 ? 0 : 1);
    }

    private static int WrongExchange(MpiCommunicator world, int exchange)
    {
        var counts = Enumerable.Repeat(Length, world.Size).ToArray();
        var own = Enumerable.Range(0, Length).Select(index => Value(world.Rank, exchange, index)).ToArray();
        var all = new double[world.Size * Length];
        world.Allgatherv<double>(own, counts, all);
        return Enumerable.Range(0, all.Length).Count(index => all[index] != Value(index / Length, exchange, index % Length));
    }

    private static double Value(int rank, int exchange, int index) => rank + 10.0 * exchange + index / 4096.0;
}
