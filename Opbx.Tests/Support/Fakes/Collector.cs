using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Opbx.Tests.Support.Fakes;

/// <summary>A collector of OpenTelemetry that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StringBuilder> _received = new(StringComparer.Ordinal) { ["traces"] = new(), ["metrics"] = new() };

    private Collector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Everything received so far of <c>traces</c> or <c>metrics</c>; texts within it are as they were sent.</summary>
    public string Received(string signal)
    {
        lock (_gate) return _received[signal].ToString();
    }

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", collector.KeepAsync);
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        lock (_gate) _received[signal].Append(Encoding.Latin1.GetString(body.ToArray()));
    }
}
