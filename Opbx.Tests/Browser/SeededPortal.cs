using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Access;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.Integrations;
using Opbx.Core.PhoneNumbers;
using Opbx.Core.Pbxs;
using Opbx.Core.Prompts;
using Opbx.Core.RingGroups;
using Opbx.Core.Routing;

namespace Opbx.Tests.Browser;

/// <summary>A portal of a small company with realistic names, long ones among them.</summary>
public sealed class SeededPortal : PortalFixture
{
    public const string Email = "owner@acme.example";
    public const string Password = "Correct-Horse-9-Battery";

    private static readonly string[] People =
    [
        "Anna Bell", "Ben Ode", "Carla Maria Fernandez de la Vega-Hohenstein", "Dmitri Ivanov", "Eun-ji Park", "Femi Adeyemi", "Grace O'Malley", "Hiro Tanaka", "Ines Duarte", "Jonas Berg",
        "Kateryna Shevchenko", "Liam Byrne", "Mei Chen", "Noor Haddad", "Oskar Lindqvist", "Priya Raman", "Quentin Moreau", "Rosa Alvarez", "Samir Aziz", "Tove Nilsen",
        "Uma Patel", "Viktor Novak", "Wanda Kowalska", "Ximena Rojas", "Yusuf Demir", "Zoe Papadaki", "Front desk", "Warehouse", "Conference phone", "Reception, second floor, door on the left",
    ];

    /// <summary>The signed-in owner's cookies.</summary>
    internal string State { get; private set; } = "";

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Opbx:Bootstrap:Organization"] = "Acme Dental",
        ["Opbx:Bootstrap:OwnerEmail"] = Email,
        ["Opbx:Bootstrap:OwnerPassword"] = Password,
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var pbx = Services.GetRequiredService<ConfigurationStore>().All.Single();
        var imported = await Services.GetRequiredService<ConfigurationEditor>().ImportAsync(Actor.System(pbx.OrganizationId, "test"), pbx.PbxId, Document, tryOnly: false, CancellationToken.None);
        Assert.True(imported.Ok, imported.Failure?.Message + string.Join(' ', imported.Failure?.Errors?.ByPointer.Select(e => $"{e.Key}: {e.Value[0]}") ?? []));
        await using var owner = await VisitAsync();
        await owner.SignInAsync(Email, Password);
        State = await owner.StateAsync();
    }

    /// <summary>Long names, staggered phones, some that do not ring, an outside number that no rule allows.</summary>
    private static RingGroup LongRingGroup => new()
    {
        Name = "Everybody who can help with appointments, orders and questions",
        RingTimeout = 30,
        Turns = 2,
        CallerNamePrefix = "Help:",
        Announcement = new PromptValue { Say = "Thank you for calling Acme Dental. Somebody will be with you in a moment." },
        Members =
        [
            .. Enumerable.Range(0, 9).Select(i => new RingGroupMember { Extension = $"{1001 + i}", Order = i, Delay = i / 3 * 8, RingTimeout = i == 1 ? 12 : null }),
            new RingGroupMember { External = "+12025550143", Order = 9, RingTimeout = 15 },
        ],
        Fallback = new AnnouncementDestination { Prompt = new PromptValue { Say = "Nobody is free at the moment." }, Then = new VoicemailDestination { Extension = "1003" } },
    };

    private static PbxDocument Document => new()
    {
        Pbx = new PbxSettings { Name = "acme", FriendlyName = "Acme Dental", TimeZone = "America/New_York", Country = "US" },
        Extensions =
        [
            .. People.Select((name, i) => new UserExtension { Number = $"{1001 + i}", Name = name, Email = i < 26 ? $"{name.Split(' ')[0].ToLowerInvariant()}@acme.example" : null, Active = i % 9 != 8, DoNotDisturb = i == 5 }),
            new RingGroupExtension { Number = "2000", Name = "Everybody at the front desk", Target = "Front desk" },
            new ForwardExtension { Number = "3000", Name = "Mobile of the caretaker", ForwardTo = new ExtensionDestination { Number = "1001" } },
        ],
        RingGroups =
        [
            new RingGroup { Name = "Front desk", Members = [new RingGroupMember { Extension = "1001" }, new RingGroupMember { Extension = "1002", Order = 1 }], Fallback = new VoicemailDestination { Extension = "1001" } },
            LongRingGroup,
        ],
        PhoneNumbers =
        [
            new PhoneNumber { Number = "+12125550100", Name = "Main line", Destination = new RingGroupDestination { Name = "Front desk" } },
            new PhoneNumber { Number = "+12125550101", Name = "Emergencies outside opening hours, printed on every appointment card", Destination = new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment, please." }, Then = new ExtensionDestination { Number = "1003" } } },
            new PhoneNumber { Number = "+442079460958", Name = "London", Destination = new HangupDestination { Say = "We have moved." }, Active = false },
        ],
        Integrations =
        [
            new Integration { Name = "Customer system", Trigger = [Trigger.InboundCallAnswered, Trigger.CallEnded], Url = "https://crm.example/hooks/a-long-path-that-does-not-fit-on-small-screens/calls", Fields = [new WebhookField { Key = "caller", Value = new FieldValue("sourceNumber", null) }] },
            new Integration { Name = "Billing", Trigger = [Trigger.CallEnded], Url = "https://billing.example/feed", Active = false },
        ],
    };
}
