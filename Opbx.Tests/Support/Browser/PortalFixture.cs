using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace Opbx.Tests.Support.Browser;

/// <summary>The whole portal on a free loopback port with an empty data folder, and a browser without a window.</summary>
public abstract class PortalFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TempFolder _data = new();
    private IPlaywright? _playwright;

    internal Uri Address { get; private set; } = default!;

    internal IBrowser Chromium { get; private set; } = default!;

    public virtual async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null,
            Headless = true,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new visitor; every page error and every request to another place is a fault.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1440, string appearance = "light", Uri? through = null, string? state = null)
    {
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (through ?? Address).ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 640 ? 844 : 900 },
            ColorScheme = appearance == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
            TimezoneId = "America/New_York",
            StorageState = state,
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), through ?? Address);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Opbx:DataDirectory", _data.Path);
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
    }

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A portal that nobody has set up yet.</summary>
public sealed class EmptyPortal : PortalFixture
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["Integrations:AllowedNetworks:0"] = "127.0.0.0/8" };
}
