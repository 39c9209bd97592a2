using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Opbx.Tests.Docs;

/// <summary>The example program that takes scores, run by Node.js.</summary>
internal sealed class ScoreReceiver : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private readonly string _folder;
    private Process? _process;

    public ScoreReceiver(string folder) => _folder = folder;

    public string Url => $"http://127.0.0.1:{_port}/score";

    public async Task StartAsync(string secret)
    {
        var start = new ProcessStartInfo(Programs.PathOf("node"),
            [Path.Combine(Repository.Root, "docs", "recipes", "nps-receiver.mjs")]) {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true, UseShellExecute = false
        };
        (start.Environment["SECRET"], start.Environment["PORT"]) = (secret, $"{_port}");
        _process = Process.Start(start)!;
        Assert.StartsWith("listening", await LineAsync(), StringComparison.Ordinal);
    }

    /// <summary>The next score it was told.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var line = JsonDocument.Parse(await LineAsync());
        return line.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> LineAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        return await _process!.StandardOutput.ReadLineAsync(late.Token) ?? throw new InvalidOperationException("The receiver ended.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
