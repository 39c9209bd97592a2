using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Opbx.Tests.Support.Fakes;

/// <summary>A receiver of webhooks on a bare socket of 127.0.0.1, which can behave as badly as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Received> _all = new();
    private readonly Func<Received, NetworkStream, CancellationToken, Task> _answer;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private readonly TaskCompletionSource<Received> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Receiver(Func<Received, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Receiver(string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        : this(async (_, stream, cancel) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancel))
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/hook";

    public IReadOnlyList<Received> All => [.. _all];

    /// <summary>The first request, once it is there.</summary>
    public Task<Received> FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>An answer with a status and no body.</summary>
    public static string Status(int status, string headers = "") => $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n{headers}\r\n";

    /// <summary>Answers with a status and no body.</summary>
    public static Task AnswerAsync(NetworkStream stream, int status, CancellationToken cancel) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(Status(status)), cancel).AsTask();

    /// <summary>Answers in this order; the last answer stays.</summary>
    public static Receiver InOrder(params string[] answers) =>
        new(async (request, stream, cancel) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answers[Math.Min(request.Number, answers.Length) - 1]), cancel));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                _all.Enqueue(request);
                _first.TrySetResult(request);
                await _answer(request, stream, _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The other side left, or the test is over.
        }
    }

    private async Task<Received?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!(bytes.Count > 3 && bytes[^4] == '\r' && bytes[^3] == '\n' && bytes[^2] == '\r' && bytes[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0) return null;
            bytes.Add(one[0]);
        }
        var head = Encoding.UTF8.GetString([.. bytes]);
        var headers = head.Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(": ", 2))
            .ToLookup(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[
            int.Parse(headers["Content-Length"].FirstOrDefault() ?? "0", System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _end.Token);
        return new Received(Interlocked.Increment(ref _count), head.Split("\r\n")[0], headers, Encoding.UTF8.GetString(body));
    }
}

/// <summary>A request that arrived.</summary>
internal sealed record Received(int Number, string Line, ILookup<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"].Single();
}
