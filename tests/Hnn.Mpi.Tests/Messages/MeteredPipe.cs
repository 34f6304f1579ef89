using System.IO.Pipes;

namespace Hnn.Mpi.Tests.Messages;

/// <summary>A pipe of the system that knows how much of what was written is not yet read.</summary>
internal sealed class MeteredPipe : IDisposable
{
    private readonly Lock _gate = new();
    private long _written;
    private long _read;
    private long _mostHeld;

    /// <param name="delay">How long the reading end hesitates before it reads.</param>
    public MeteredPipe(TimeSpan delay)
    {
        var server = new AnonymousPipeServerStream(PipeDirection.Out);
        Input = new End(this, server, TimeSpan.Zero);
        Output = new End(this, new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle), delay);
    }

    public Stream Input { get; }

    public Stream Output { get; }

    public long Written { get { lock (_gate) return _written; } }

    public long MostHeld { get { lock (_gate) return _mostHeld; } }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }

    private void Count(int written, int read)
    {
        lock (_gate)
        {
            _written += written;
            _read += read;
            _mostHeld = Math.Max(_mostHeld, _written - _read);
        }
    }

    private sealed class End(MeteredPipe pipe, Stream stream, TimeSpan delay) : Stream
    {
        public override bool CanRead => stream.CanRead;

        public override bool CanWrite => stream.CanWrite;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            pipe.Count(written: count, read: 0);
            stream.Write(buffer, offset, count);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (delay > TimeSpan.Zero)
                Thread.Sleep(delay);
            var read = stream.Read(buffer, offset, count);
            pipe.Count(written: 0, read);
            return read;
        }

        public override void Flush() => stream.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            stream.Dispose();
            base.Dispose(disposing);
        }
    }
}
