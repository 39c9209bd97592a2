using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;
using Opbx.Core.Users;
using Opbx.Portal.Sandbox;

namespace Opbx.Tests.Support.Portal;

/// <summary>The whole portal on a real port of this machine, with a data folder of its own. A fixture of a class, or started by a
/// test.</summary>
public class TestPortal : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string OwnerEmail = "owner@acme.example";
    public const string OwnerPassword = "Correct-Horse-9-Battery";
    public const string OwnerKey = "opbx_test0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The password of everybody who was invited.</summary>
    public const string PersonPassword = "a long enough password";

    private readonly TempFolder _data = new();

    /// <summary>What most tests of endpoints need: in Production, with an owner and nothing configured.</summary>
    public TestPortal()
        : this(PortalSetup.Production)
    {
    }

    protected TestPortal(PortalSetup setup) => Setup = setup;

    public Uri Address => ClientOptions.BaseAddress;
    public string DataFolder => _data.Path;

    /// <summary>The identity of the first PBX.</summary>
    public Guid Pbx { get; private set; }

    /// <summary>The sandbox's domain, and its API key, when paired.</summary>
    internal (string Name, string Key) SandboxDomain { get; private set; }

    internal Actor Owner { get; private set; } = default!;

    /// <summary>How this portal begins; a fixture may know it only when it is started.</summary>
    protected PortalSetup Setup { get; set; }

    public static async Task<TestPortal> StartAsync(PortalSetup setup)
    {
        var portal = new TestPortal(setup);
        await portal.InitializeAsync();
        return portal;
    }

    public virtual async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        if (Get<ConfigurationStore>().All.SingleOrDefault() is not { } pbx) return;
        (Pbx, Owner) = (pbx.PbxId, Actor.System(pbx.OrganizationId, "test"));
        if (Setup.Document is { } document)
            Succeed(await Get<ConfigurationEditor>().ImportAsync(Owner, Pbx, document, tryOnly: false, CancellationToken.None));
        if (Setup.IsPaired) await PairAsync();
    }

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client that follows no redirects and keeps no cookies; without a key when <paramref name="key"/> is null.</summary>
    public HttpClient Client(string? key = OwnerKey)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A new API key of the role.</summary>
    public async Task<string> KeyAsync(string role, CancellationToken cancel = default)
    {
        using var client = Client();
        using var answer = await client.PostAsJsonAsync("/api/v1/api-keys", new { name = role, role }, cancel);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["key"]!;
    }

    /// <summary>Somebody of the first organization who was invited and has chosen the password.</summary>
    internal async Task<User> PersonAsync(string email, Role role, string password = PersonPassword, string? name = null,
        string? extension = null)
    {
        var invited = Succeed(await Get<UserEditor>().InviteAsync(Owner, email, name ?? email, role, extension, CancellationToken.None));
        Succeed(await Get<Invitations>().AcceptAsync(TokenOf(invited.Link), password, CancellationToken.None));
        await using var db = Get<Database>().OpenUnrestricted();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == invited.User.Id);
    }

    /// <summary>The token in an invitation link.</summary>
    internal static string TokenOf(string link) => Uri.UnescapeDataString(link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);

    /// <summary>The path and the key of the endpoints that the platform calls; those of the first PBX unless another is named.</summary>
    internal async Task<(string Path, string Key)> EndpointAsync(Guid? pbx = null)
    {
        await using var db = Get<Database>().OpenUnrestricted();
        var id = pbx ?? Pbx;
        var row = await db.Pbxs.AsNoTracking().SingleAsync(p => p.Id == id);
        return (row.PathToken, Get<SecretProtector>().Unprotect(EndpointKeys.Purpose(id), row.ProtectedEndpointKey)!);
    }

    /// <summary>Everything the log file holds so far.</summary>
    public string Log()
    {
        var text = new System.Text.StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(_data.Path, "logs")))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Setup.Environment);
        builder.UseSetting("Opbx:DataDirectory", _data.Path);
        foreach (var (key, value) in Setup.Settings) builder.UseSetting(key, value);
    }

    private static T Succeed<T>(Result<T> result)
    {
        Assert.True(result.Ok, result.Failure?.Message
            + string.Join(' ', result.Failure?.Errors?.ByPointer.Select(e => $"{e.Key}: {e.Value[0]}") ?? []));
        return result.Value!;
    }

    private async Task PairAsync()
    {
        var sandbox = await Get<SandboxDomains>().CreateAsync("acme");
        SandboxDomain = (sandbox.Domain, sandbox.ApiKey);
        Succeed(await Get<PairingEditor>()
            .PairAsync(Owner, Pbx, sandbox.Domain, new Secret(sandbox.ApiKey), isSandbox: true, CancellationToken.None));
        // Who answered is known once the phones are.
        var phone = Setup.Document!.Extensions.OfType<UserExtension>().First().Number;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Get<SandboxDomains>().All.Single(d => d.Name == sandbox.Domain).Subscriber(phone) is not { } known || Get<SubscriberIndex>()
            .ExtensionOf(Pbx, known.Id) != phone)
            await Task.Delay(20, late.Token);
    }
}
