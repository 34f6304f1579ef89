using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class CreditWindowTests
{
    [Fact]
    public void Room_that_was_given_back_can_be_taken_again()
    {
        var window = new CreditWindow(size: 10);

        Assert.True(window.Take(10, TestContext.Current.CancellationToken));
        window.Return(4);

        Assert.True(window.Take(4, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Nobody_waits_for_room_when_cancelled()
    {
        var window = new CreditWindow(size: 10);
        window.Take(10, TestContext.Current.CancellationToken);

        Assert.Throws<OperationCanceledException>(() => window.Take(1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_closed_window_gives_no_room()
    {
        var window = new CreditWindow(size: 10);

        window.Close();

        Assert.False(window.Take(1, TestContext.Current.CancellationToken));
    }
}
