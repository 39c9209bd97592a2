using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;
using Opbx.Core.Permissions;
using Opbx.Core.Users;

namespace Opbx.Tests.Support.Browser;

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
        await SeededAudio.AddAsync(Services, pbx.OrganizationId, pbx.PbxId);
        await MonthOfCalls.StoreAsync(Services, pbx);
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

    /// <summary>The signed-in cookies of a person with that role and phone.</summary>
    internal async Task<string> StateOfAsync(Role role, string? extension = null)
    {
        var email = $"{Guid.NewGuid():N}@acme.example";
        var pbx = Services.GetRequiredService<ConfigurationStore>().All.Single(p => p.Document.Pbx.Name == Document.Pbx.Name);
        var invited = await Services.GetRequiredService<UserEditor>().InviteAsync(new Actor(pbx.OrganizationId, Role.Owner, "test", ActorSource.Portal), email, role.ToString(), role, extension, CancellationToken.None);
        Assert.True(invited.Ok, invited.Failure?.Message);
        var token = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(invited.Value.Link).Query)["token"].ToString();
        Assert.True((await Services.GetRequiredService<Invitations>().AcceptAsync(token, Password, CancellationToken.None)).Ok);
        await using var visitor = await VisitAsync();
        await visitor.SignInAsync(email, Password);
        return await visitor.StateAsync();
    }

    private static PbxDocument Document => new()
    {
        Pbx = new PbxSettings { Name = "acme", FriendlyName = "Acme Dental", TimeZone = "America/New_York", Country = "US", DefaultCallerId = "+12125550100" },
        Extensions =
        [
            .. People.Select((name, i) => new UserExtension { Number = $"{1001 + i}", Name = name, Email = i < 26 ? $"{name.Split(' ')[0].ToLowerInvariant()}@acme.example" : null, Active = i % 9 != 8, DoNotDisturb = i == 5, Voicemail = new VoicemailSettings { Enabled = i < 3 }, EnabledCalls = i == 0 ? Enum.GetValues<CallType>() : [CallType.Local, CallType.National] }),
            new RingGroupExtension { Number = "2000", Name = "Everybody at the front desk", Target = "Front desk" },
            new ForwardExtension { Number = "3000", Name = "Mobile of the caretaker", ForwardTo = new ExtensionDestination { Number = "1001" } },
        ],
        RingGroups =
        [
            new RingGroup { Name = "Front desk", Members = [new RingGroupMember { Extension = "1001" }, new RingGroupMember { Extension = "1002", Order = 1 }], Fallback = new VoicemailDestination { Extension = "1001" } },
            LongRingGroup,
            new RingGroup { Name = "Second line", Members = [new RingGroupMember { Extension = "1007" }], Fallback = new HangupDestination() },
        ],
        BusinessHours = SeededRouting.Hours,
        PhoneNumbers =
        [
            new PhoneNumber { Number = "+12125550100", Name = "Main line", Destination = new RingGroupDestination { Name = "Front desk" } },
            new PhoneNumber { Number = "+12125550101", Name = "Emergencies outside business hours, printed on every appointment card", Destination = new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment, please." }, Then = new ExtensionDestination { Number = "1003" } } },
            new PhoneNumber { Number = "+12125550103", Name = "Menu", Destination = new IvrDestination { Name = "Main menu" } },
            new PhoneNumber { Number = "+12125550109", Name = "Message line", Destination = new VoicemailDestination { Extension = "1001" } },
            new PhoneNumber { Number = "+442079460958", Name = "London", Destination = new HangupDestination { Say = "We have moved." }, Active = false },
        ],
        IvrMenus =
        [
            new IvrMenu
            {
                Name = "Main menu",
                Prompt = new PromptValue { Prompt = "Welcome" },
                Options =
                [
                    new IvrOption { Digits = "1", Label = "Appointments", Destination = new RingGroupDestination { Name = "Front desk" } },
                    new IvrOption { Digits = "2", Label = "Anna Bell", Destination = new ExtensionDestination { Number = "1001" } },
                    new IvrOption { Digits = "9", Label = "Listen again to what we offer and when we are there", Destination = new IvrDestination { Name = "Main menu" } },
                ],
                Fallback = new VoicemailDestination { Extension = "1001" },
            },
            .. SeededRouting.Menus,
        ],
        Prompts =
        [
            new Prompt { Name = "Welcome", Say = "Welcome to Acme Dental. For appointments press 1. To speak with Anna Bell press 2. To hear this again press 9." },
            new Prompt { Name = "Old greeting", File = "old-greeting-0123456789abcdef0123456789abcdef.mp3", Notes = "Came with the import from the former system." },
        ],
        ConferenceRooms =
        [
            new ConferenceRoom { Name = "Board", Pin = "4711", HostPin = "4712", WaitForHost = true, MaxParticipants = 12 },
            new ConferenceRoom { Name = "Open room for everybody in the practice and its friends", Active = false },
        ],
        OutboundRules =
        [
            new OutboundRule { Name = "United States", Country = "US", Trunk = "us-east-1", CallerId = "+12125550100" },
            new OutboundRule { Name = "London office", Country = "GB", Prefix = "20" },
            new OutboundRule { Name = "Satellite phones", Prefix = "+8816", Active = false, Notes = "Ask Anna before this is switched on." },
        ],
        BlockedCallers =
        [
            new BlockedCaller { Match = BlockMatch.Prefix, Pattern = "+1900", Action = BlockAction.Busy, Notes = "Premium numbers" },
            new BlockedCaller { Pattern = "+12025550666", Action = BlockAction.Say, Say = "We do not take calls from this number.", Numbers = ["+12125550100"] },
            new BlockedCaller { Pattern = "anonymous" },
            new BlockedCaller { Match = BlockMatch.Wildcard, Pattern = "+1202555????", Active = false, Notes = "A campaign that called every number in the district, three times a day, since the beginning of spring" },
        ],
        Integrations =
        [
            new Integration { Name = "Customer system", Trigger = [Trigger.InboundCallAnswered, Trigger.CallEnded], Url = "https://crm.example/hooks/a-long-path-that-does-not-fit-on-small-screens/calls", Fields = [new WebhookField { Key = "caller", Value = new FieldValue("sourceNumber", null) }] },
            new Integration { Name = "Billing", Trigger = [Trigger.CallEnded], Url = "https://billing.example/feed", Active = false },
        ],
    };
}
