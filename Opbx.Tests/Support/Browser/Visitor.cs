using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Opbx.Tests.Support.Browser;

/// <summary>A person with a browser.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(1440, ColorScheme.Light), (390, ColorScheme.Light), (390, ColorScheme.Dark), (1440, ColorScheme.Dark)];

    private static readonly bool IsSampled = Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
        && Environment.GetEnvironmentVariable("OPBX_ALL_LOOKS") is not { Length: > 0 };

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];

    public Visitor(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _faults.Enqueue(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                && url.Authority != home.Authority) _faults.Enqueue($"A request to another place: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a page and waits until it reacts.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Waits until the page reacts; plain pages do at once.</summary>
    public Task ReadyAsync() =>
        Page.Locator("[data-interactive='1'], [data-interactive='0']:not(.shell)").First.WaitForAsync(
            new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    public async Task SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Button("Sign in").ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Dashboard" }).WaitForAsync();
        await ReadyAsync();
    }

    public Task<string> StateAsync() => _context.StorageStateAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name });

    /// <summary>Follows a link and waits for the page behind it: a link of the same name may stand on both pages.</summary>
    public async Task FollowAsync(string link, string heading)
    {
        await Link(link).First.ClickAsync();
        await Heading(heading).First.WaitForAsync();
    }

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name });

    /// <summary>A picture of the whole page, to be looked at; where nobody looks, none is taken.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) return;
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var window = Page.ViewportSize!;
        var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(window.Width, Math.Max(window.Height, height));
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        await Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>Pictures of the page in light and dark, wide and narrow, and what keeps people out in each of them.</summary>
    public async Task<IReadOnlyList<string>> LooksAsync(string name)
    {
        var faults = new List<string>();
        foreach (var (width, scheme) in LooksOf(name))
        {
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await Page.SetViewportSizeAsync(width, width < 640 ? 844 : 900);
            var look = $"{scheme.ToString().ToLowerInvariant()}-{width}";
            await PictureAsync($"{name}-{look}");
            // Each appearance and each width is checked once as a whole; what the other two looks could add is width.
            var whole = IsSampled || (width < 640) == (scheme == ColorScheme.Dark);
            faults.AddRange(whole ? await FaultsAsync($"{name} {look}") : await TooWideAsync($"{name} {look}"));
        }
        return faults;
    }

    /// <summary>All four; in CI one of them, another one for each page and each day. `build/test all-looks` sees all of them.</summary>
    private static IEnumerable<(int Width, ColorScheme Scheme)> LooksOf(string name) =>
        IsSampled ? [Looks[(name.Sum(c => c) + TimeProvider.System.GetUtcNow().DayOfYear) % Looks.Length]] : Looks;

    /// <summary>Pictures in every look, with nothing that keeps people out; afterwards light and wide again.</summary>
    public async Task ShouldLookGoodAsync(string name)
    {
        var faults = await LooksAsync(name);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await Page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>Nothing on the page keeps people out.</summary>
    public async Task ShouldBeAccessibleAsync(string where)
    {
        var faults = await FaultsAsync(where);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>What keeps people with disabilities or small screens out, as far as a program can tell.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string where)
    {
        var result = await Page.RunAxe();
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{where}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ToList();
        Assert.NotEmpty(result.Passes);
        return [.. serious, .. await TooWideAsync(where)];
    }

    private async Task<IReadOnlyList<string>> TooWideAsync(string where)
    {
        var excess = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return excess > 0 ? [$"{where} is {excess} pixels too wide."] : [];
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
