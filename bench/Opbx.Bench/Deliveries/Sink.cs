using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Opbx.Bench.Deliveries;

/// <summary>Receivers on one port of 127.0.0.1: any path answers at once, /hung never does.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, long At)> _arrived = new();
    private int _count;

    private Sink(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyCollection<(string Path, long At)> Arrived => _arrived;

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink._app.Run(sink.TakeAsync);
        await sink._app.StartAsync();
        sink.Url = sink._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return sink;
    }

    public void Clear()
    {
        _arrived.Clear();
        Volatile.Write(ref _count, 0);
    }

    public async Task WaitAsync(int count, TimeSpan atMost)
    {
        var until = TimeProvider.System.GetUtcNow() + atMost;
        while (Count < count && TimeProvider.System.GetUtcNow() < until) await Task.Delay(5);
        if (Count < count) throw new InvalidOperationException($"Only {Count} of {count} arrived within {atMost}.");
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (context.Request.Path == "/hung")
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _arrived.Enqueue((context.Request.Path, TimeProvider.System.GetTimestamp()));
        Interlocked.Increment(ref _count);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
