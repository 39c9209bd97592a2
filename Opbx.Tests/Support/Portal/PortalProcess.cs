using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Pbxs;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Portal;

/// <summary>The portal as a process of its own that is killed and started again over the same data folder.</summary>
internal sealed class PortalProcess(string dataFolder, IReadOnlyDictionary<string, string>? settings = null) : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    /// <summary>Starts it and waits until it takes requests.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) {
            UseShellExecute = false,
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = dataFolder
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Opbx__PublicUrl"] = "http://127.0.0.1";
        start.Environment["Opbx__DataDirectory"] = dataFolder;
        start.Environment["Opbx__Bootstrap__Organization"] = "Acme";
        start.Environment["Opbx__Bootstrap__OwnerEmail"] = TestPortal.OwnerEmail;
        start.Environment["Opbx__Bootstrap__OwnerPassword"] = TestPortal.OwnerPassword;
        start.Environment["Cloudonix__ApiUrl"] = "http://127.0.0.1:9";
        start.Environment["Logging__Console"] = "false";
        foreach (var (key, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[key] = value;
        // Most of the test is starting: code that lives for a second is not worth being measured and compiled again.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (!await ReadyAsync(client, cancel))
        {
            Assert.False(_process.HasExited, string.Join('\n', _said));
            Assert.True(watch.Elapsed < StartPatience, "the portal did not start: " + string.Join('\n', _said));
            await Task.Delay(50, cancel);
        }
    }

    /// <summary>Ends it as a power cut does, without a chance to finish anything (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The path and the key of the endpoints that the platform calls.</summary>
    public async Task<(string Path, string Key)> EndpointAsync()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("opbx")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        await using var provider = services.BuildServiceProvider();
        using var store = new StoreAt(dataFolder);
        await using var db = store.Database.OpenUnrestricted();
        var pbx = await db.Pbxs.AsNoTracking().SingleAsync();
        return (pbx.PathToken, new SecretProtector(provider.GetRequiredService<IDataProtectionProvider>())
            .Unprotect(EndpointKeys.Purpose(pbx.Id), pbx.ProtectedEndpointKey)!);
    }

    public void Dispose()
    {
        if (_process is null) return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> ReadyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync("/healthz/ready", cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
