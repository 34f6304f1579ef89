using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>Notes what a page must not do: ask other machines for something, or fail.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _faults = [];

    public PageWatch(IPage page)
    {
        page.PageError += (_, error) => _faults.Enqueue($"error: {error}");
        page.Request += (_, request) => Look(request.Url);
        page.WebSocket += (_, socket) => Look(socket.Url);
    }

    /// <summary>What it did.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    private void Look(string url)
    {
        var address = new Uri(url);
        if (address.Scheme is not ("data" or "blob") && address.Host != "127.0.0.1")
            _faults.Enqueue($"request: {url}");
    }
}
