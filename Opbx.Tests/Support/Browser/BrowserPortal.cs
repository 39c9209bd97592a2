using Microsoft.Playwright;

namespace Opbx.Tests.Support.Browser;

/// <summary>A portal as a developer starts it, with the sandbox, and a browser without a window.</summary>
public abstract class BrowserPortal(PortalSetup setup) : TestPortal(setup)
{
    private IPlaywright? _playwright;

    internal IBrowser Chromium { get; private set; } = default!;

    /// <summary>The signed-in owner's cookies, once <see cref="KeepOwnerAsync"/> was called.</summary>
    internal string State { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions {
            ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null,
            Headless = true,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new visitor; every page error and every request to another place is a fault.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1440, string appearance = "light", Uri? through = null, string? state = null)
    {
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions {
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

    /// <summary>Signs in once, for all tests of the class.</summary>
    internal async Task<string> StateOfAsync(string email, string password)
    {
        await using var visitor = await VisitAsync();
        await visitor.SignInAsync(email, password);
        return await visitor.StateAsync();
    }

    protected async Task KeepOwnerAsync() => State = await StateOfAsync(OwnerEmail, OwnerPassword);
}
