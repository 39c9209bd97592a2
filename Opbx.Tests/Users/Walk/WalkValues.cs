using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.Settings;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Organizations;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Prompts;
using Opbx.Core.Users;

namespace Opbx.Tests.Users.Walk;

/// <summary>One of everything in an organization, so that each parameter of each route has a value that exists.</summary>
internal sealed class WalkValues(IServiceProvider services, Actor owner, Guid organization, Guid pbx)
{
    /// <summary>Texts of that organization that another one must never read; none of them stands in an address.</summary>
    public static readonly string[] Marks =
        ["Zanzibar Quill", "Ben Cole", "Vellum Dentists", "Cleo Diaz", "Featherstonehaugh", "local-carrier",
            "supervisor.role@acme.example"];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal) {
        ["extensions"] = "1001",
        ["ring-groups"] = "Hygiene",
        ["ivr-menus"] = "Score",
        ["business-hours"] = "Office",
        ["phone-numbers"] = "12125550103",
        ["conference-rooms"] = "Board",
        ["prompts"] = "Greeting",
        ["outbound-rules"] = "UK",
        ["blocked-callers"] = "%2B1900",
        ["integrations"] = "Walk",
    };

    private const string CallToken = "00000001000000000000000000000000";
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public static async Task<WalkValues> SeedAsync(IServiceProvider services, Actor owner, Guid organization, Guid pbx)
    {
        var values = new WalkValues(services, owner, organization, pbx);
        var editor = services.GetRequiredService<ConfigurationEditor>();
        var file = (await services.GetRequiredService<PromptFiles>()
            .SaveAsync(pbx, "greeting", new MemoryStream(Sounds.Wav(1)), CancellationToken.None)).Value!;
        var webhook = new Integration { Name = "Walk", Trigger = [Trigger.UserCreated], Url = "http://127.0.0.1:9/hook" };
        var document =
            Samples.Read(Samples.AcmeText().Replace("Anna Bell", Marks[0], StringComparison.Ordinal)
                .Replace("Acme Dental", Marks[2], StringComparison.Ordinal))
                with {
                Integrations = [webhook with { Trigger = [Trigger.CallEnded] }],
                Prompts = [new Prompt { Name = "Greeting", File = file }]
            };
        var imported = await editor.ImportAsync(owner, pbx, document, tryOnly: false, CancellationToken.None);
        Assert.True(imported.Ok, imported.Failure?.Message);
        Assert.True((await services.GetRequiredService<AccountIntegrationEditor>().CreateAsync(owner, webhook, CancellationToken.None)).Ok);
        await SeededAudio.AddAsync(services, organization, pbx);
        await MonthOfCalls.StoreAsync(services, services.GetRequiredService<ConfigurationStore>().Find(pbx)!);
        values._known["file"] = file;
        await values.ReadAsync();
        return values;
    }

    /// <summary>A value for a parameter of a door. What the door takes away is made anew for each caller.</summary>
    public async Task<string> FindAsync(Door door, string parameter)
    {
        var route = door.Route.Replace("{**", "{", StringComparison.Ordinal);
        var before = route[..route.IndexOf("{" + parameter, StringComparison.Ordinal)].TrimEnd('/');
        var place = before[(before.LastIndexOf('/') + 1)..];
        return (place, parameter.ToLowerInvariant(), door.Method) switch {
            ("pbxs", "pbx", "DELETE") when route.EndsWith("{pbx:guid}", StringComparison.Ordinal) => await NewPbxAsync(),
            (_, "pbx", _) => pbx.ToString(),
            ("users", "id", "DELETE") => await NewUserAsync(),
            ("api-keys", "id", _) => await NewKeyAsync(),
            ("scheduled-changes", "id", "DELETE") => await NewScheduledChangeAsync(),
            ("scheduled-changes", "id", _) => await KnownAsync("scheduled-change", NewScheduledChangeAsync),
            ("organizations", "id", _) => await KnownAsync("organization", NewOrganizationAsync),
            ("voicemails", "id", "DELETE") => await NewRecordingAsync(_known["voicemail"], token: false),
            ("voicemails", "id", _) => _known["voicemail"],
            ("calls", "uuid", "DELETE") when route.EndsWith("/recording", StringComparison.Ordinal) =>
                await NewRecordingAsync(_known["recording"], token: true),
            ("calls", "uuid", _) when route.Contains("/recording", StringComparison.Ordinal) => _known["recorded"],
            ("calls", "uuid", _) => CallToken,
            ("integrations", "name", "DELETE") when !route.Contains("{pbx", StringComparison.Ordinal) => await NewWebhookAsync(),
            ("deliveries", "id", _) =>
                _known[route.Contains("account", StringComparison.Ordinal) || !route.Contains("{pbx", StringComparison.Ordinal)
                    && route.StartsWith("/api", StringComparison.Ordinal) ? "account-delivery" : "delivery"],
            (_, "id", _) when route.StartsWith("/audio/", StringComparison.Ordinal) => _known[route.Split('/')[2]],
            (_, "link", _) => _known["link"],
            (_, "id", _) when _known.TryGetValue(place, out var id) => id,
            ("phone-numbers", "key", _) => "%2B12125550103",
            (_, "key" or "name" or "number" or "digits" or "pattern", _) when Keys.TryGetValue(place, out var key) => key,
            ("hooks", _, _) => _known["hooks"],
            (_, "file", _) => _known["file"],
            (_, "documentname", _) => "v1",
            _ => "unknown",
        };
    }

    /// <summary>A body that is read as it should be, for those who must learn only then that the thing is not theirs.</summary>
    public static string BodyOf(Door door) => door.Route[(door.Route.LastIndexOf('/') + 1)..] switch {
        "replay" => """{"after":"2020-01-01T00:00:00Z","before":"2020-01-02T00:00:00Z"}""",
        "cloudonix" => """{"domain":"acme.cloudonix.net","apiKey":"a-key-of-cloudonix"}""",
        "{id:guid}" when door.Route.Contains("/voicemails/", StringComparison.Ordinal) => """{"heard":true}""",
        _ => "{}",
    };

    private async Task ReadAsync()
    {
        await using var db = services.GetRequiredService<Database>().OpenFor(organization);
        _known["users"] = (await db.Users.Select(u => u.Id).FirstAsync()).ToString();
        _known["history"] =
            (await db.History.Where(h => h.PbxId == pbx && h.Kind == ObjectKind.Extensions.Name).Select(h => h.Id).FirstAsync()).ToString();
        var recordings = await db.Recordings.Where(r => r.State == AudioState.Stored && r.Extension == null | r.Extension == "1001")
            .ToListAsync();
        _known["voicemail"] = recordings.First(r => r.Kind == RecordingKind.Message).Id.ToString();
        var conversation =
            recordings.First(r => r.Kind == RecordingKind.Conversation && r.Extensions.Contains("|1001|", StringComparison.Ordinal));
        (_known["recording"], _known["recorded"]) = (conversation.Id.ToString(), conversation.Token);
        _known["link"] = services.GetRequiredService<AudioLinks>().To(conversation.Id).Split('/')[^1];
        _known["hooks"] = (await db.Pbxs.SingleAsync(p => p.Id == pbx)).PathToken;
        var catalogue = services.GetRequiredService<IIntegrationCatalogue>();
        foreach (var webhook in catalogue.For(organization))
        {
            var account = webhook.PbxId is null;
            var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var stored = new IntegrationEvent {
                Id = $"msg_walk{account}", OrganizationId = organization, PbxId = pbx,
                Trigger = webhook.Definition.Trigger[0], SourceKey = $"walk{account}", OccurredAt = at, Values = "{}", Scope = "{}"
            };
            var delivery =
                new WebhookDelivery {
                    Id = $"dlv_walk{account}", OrganizationId = organization, IntegrationId = webhook.Id,
                    EventId = stored.Id, KindKey = "live", State = DeliveryState.Failed, CreatedAt = at, DueAt = at, FinishedAt = at
                };
            db.AddRange(stored, delivery);
            _known[account ? "account-delivery" : "delivery"] = delivery.Id;
        }

        await db.SaveChangesAsync();
    }

    private async Task<string> KnownAsync(string name, Func<Task<string>> make) =>
        _known.TryGetValue(name, out var known) ? known : _known[name] = await make();

    private async Task<string> NewPbxAsync() =>
        (await services.GetRequiredService<PbxEditor>()
            .CreateAsync(owner, new PbxSettings { Name = Fresh() }, CancellationToken.None)).Value.ToString();

    private async Task<string> NewUserAsync() =>
        (await services.GetRequiredService<UserEditor>()
            .InviteAsync(owner, $"{Fresh()}@acme.example", null, Role.Reporter, null, CancellationToken.None)).Value!.User.Id.ToString();

    private async Task<string> NewKeyAsync() =>
        (await services.GetRequiredService<ApiKeyEditor>()
            .CreateAsync(owner, Fresh(), Role.Reporter, null, CancellationToken.None)).Value!.Item.Id.ToString();

    private async Task<string> NewOrganizationAsync() =>
        (await services.GetRequiredService<PlatformProvisioning>()
            .CreateAsync(owner, new OrganizationInput(Fresh(), null, $"{Fresh()}@other.example", null),
                CancellationToken.None)).Value!.Item.Id.ToString();

    private async Task<string> NewScheduledChangeAsync()
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(30);
        var planned = await services.GetRequiredService<ScheduledChangeEditor>()
            .PlanAsync(owner, pbx, new ScheduleInput("Walk", from, null),
            present => present.Document with { Pbx = present.Document.Pbx with { RingTimeout = 77 } }, CancellationToken.None);
        return planned.Value!.Id.ToString();
    }

    private async Task<string> NewWebhookAsync()
    {
        var webhook = new Integration { Name = Fresh(), Trigger = [Trigger.UserCreated], Url = "http://127.0.0.1:9/hook" };
        Assert.True((await services.GetRequiredService<AccountIntegrationEditor>().CreateAsync(owner, webhook, CancellationToken.None)).Ok);
        return webhook.Name;
    }

    /// <summary>Another one like that; known by its identity, or by its call.</summary>
    private async Task<string> NewRecordingAsync(string like, bool token)
    {
        await using var db = services.GetRequiredService<Database>().OpenFor(organization);
        var row = await db.Recordings.AsNoTracking().FirstAsync(r => r.Id == Guid.Parse(like, CultureInfo.InvariantCulture));
        (row.Id, row.CallId, row.Token, row.State) = (Guid.NewGuid(), Guid.NewGuid(), Fresh(), AudioState.Failed);
        db.Recordings.Add(row);
        await db.SaveChangesAsync();
        return token ? row.Token : row.Id.ToString();
    }

    private static string Fresh() => $"walk-{Guid.NewGuid():N}";
}
