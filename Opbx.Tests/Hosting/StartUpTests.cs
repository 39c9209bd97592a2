using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Opbx.Tests.Hosting;

/// <summary>The real process: what it says when it cannot start.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, said) = await RunAsync(("ASPNETCORE_URLS", $"http://{other.LocalEndpoint}"));
        Assert.Equal(1, code);
        Assert.Equal("Another program listens on this portal's port already; stop it, or set ASPNETCORE_URLS to another address.",
            said.Trim());
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_folder_is_refused_in_one_sentence()
    {
        await using var first = await TestPortal.StartAsync(PortalSetup.Production);
        var (code, said) = await RunAsync(("Opbx__DataDirectory", first.DataFolder), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        Assert.Equal(1, code);
        Assert.Equal($"The data folder '{first.DataFolder}' is in use by another OPBX process; stop that one first, or give this one " +
            "its own Opbx__DataDirectory.", said.Trim());
    }

    /// <summary>The portal as a process of its own; its exit code and what it wrote to the error stream.</summary>
    private static async Task<(int Code, string Said)> RunAsync(params (string Key, string Value)[] settings)
    {
        using var data = new TempFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) {
            UseShellExecute = false,
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = data.Path
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Opbx__PublicUrl"] = "https://pbx.example";
        start.Environment["Opbx__DataDirectory"] = data.Path;
        foreach (var (key, value) in settings) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await written;
        return (process.ExitCode, said);
    }
}
