using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Opbx.Tests.Support.Fakes;

/// <summary>A private PostgreSQL cluster in a temp folder on a free port of the loopback address; tests skip themselves where the server is
/// not installed.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("opbx-postgres-").FullName;
    private string? programs;
    private int port;

    /// <summary>A new empty database.</summary>
    public string NewDatabase() =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Pooling=false;Database=opbx_{Guid.NewGuid():N}";

    /// <summary>Skips the running test when there is no server to start.</summary>
    public void Require() =>
        Assert.SkipWhen(programs is null, "PostgreSQL is not installed and could not be installed from the system's packages.");

    public async ValueTask InitializeAsync()
    {
        programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        if (programs is null)
            return;
        port = FreePort();
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8");
        var settings = string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off");
        await RunAsServerAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", settings, "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (programs is not null)
            await RunAsServerAsync("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    // The server refuses to run as root.
    private Task RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(programs!, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        // The server keeps its parent's output open: it is taken off the console, and nobody waits for its end.
        using var process =
            Process.Start(
                new ProcessStartInfo(program, arguments) {
                    WorkingDirectory = folder, RedirectStandardOutput = true,
                    UseShellExecute = false
                })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with code {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
