using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;

namespace Opbx.Tests.Support.Data;

/// <summary>The configuration of a small company with realistic names, long ones among them.</summary>
internal static class SeededCompany
{
    private static readonly IReadOnlyList<string> Day = ["08:30-12:30", "13:30-17:00"];

    private static readonly string[] People =
    [
        "Anna Bell", "Ben Ode", "Carla Maria Fernandez de la Vega-Hohenstein", "Dmitri Ivanov", "Eun-ji Park", "Femi Adeyemi",
            "Grace O'Malley", "Hiro Tanaka", "Ines Duarte", "Jonas Berg",
        "Kateryna Shevchenko", "Liam Byrne", "Mei Chen", "Noor Haddad", "Oskar Lindqvist", "Priya Raman", "Quentin Moreau", "Rosa Alvarez",
            "Samir Aziz", "Tove Nilsen",
        "Uma Patel", "Viktor Novak", "Wanda Kowalska", "Ximena Rojas", "Yusuf Demir", "Zoe Papadaki", "Front desk", "Warehouse",
            "Conference phone", "Reception, second floor, door on the left",
    ];

    /// <summary>One of everything, and most of it more than once.</summary>
    public static PbxDocument Document => new() {
        Pbx = new PbxSettings {
            Name = "acme", FriendlyName = "Acme Dental", TimeZone = "America/New_York", Country = "US",
            DefaultCallerId = "+12125550100"
        },
        Extensions =
        [
            .. People.Select(
                (name, i) => new UserExtension { Number = $"{1001 + i}", Name = name, Email = i < 26
                    ? $"{name.Split(' ')[0].ToLowerInvariant()}@acme.example" : null, Active = i % 9 != 8, DoNotDisturb = i == 5,
                    Voicemail = new VoicemailSettings { Enabled = i < 3 }, EnabledCalls = i == 0 ? Enum.GetValues<CallType>()
                    : [CallType.Local, CallType.National] }),
            new RingGroupExtension { Number = "2000", Name = "Everybody at the front desk", Target = "Front desk" },
            new ForwardExtension { Number = "3000", Name = "Mobile of the caretaker",
                ForwardTo = new ExtensionDestination { Number = "1001" } },
        ],
        RingGroups =
        [
            new RingGroup { Name = "Front desk", Members =
                [new RingGroupMember { Extension = "1001" }, new RingGroupMember { Extension = "1002", Order = 1 }],
                Fallback = new VoicemailDestination { Extension = "1001" } },
            LongRingGroup,
            new RingGroup { Name = "Second line", Members = [new RingGroupMember { Extension = "1007" }],
                Fallback = new HangupDestination() },
        ],
        BusinessHours = Hours,
        PhoneNumbers =
        [
            new PhoneNumber { Number = "+12125550100", Name = "Main line", Destination = new RingGroupDestination { Name = "Front desk" } },
            new PhoneNumber { Number = "+12125550101", Name = "Emergencies outside business hours, printed on every appointment card",
                Destination =
                    new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment, please." },
                        Then = new ExtensionDestination { Number = "1003" } } },
            new PhoneNumber { Number = "+12125550103", Name = "Menu", Destination = new IvrDestination { Name = "Main menu" } },
            new PhoneNumber { Number = "+12125550109", Name = "Message line",
                Destination = new VoicemailDestination { Extension = "1001" } },
            new PhoneNumber { Number = "+442079460958", Name = "London", Destination = new HangupDestination { Say = "We have moved." },
                Active = false },
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
                    new IvrOption { Digits = "9", Label = "Listen again to what we offer and when we are there",
                        Destination = new IvrDestination { Name = "Main menu" } },
                ],
                Fallback = new VoicemailDestination { Extension = "1001" },
            },
            .. Menus,
        ],
        Prompts =
        [
            new Prompt { Name = "Welcome", Say =
                "Welcome to Acme Dental. For appointments press 1. To speak with Anna Bell press 2. To hear this again press 9." },
            new Prompt { Name = "Old greeting", File = "old-greeting-0123456789abcdef0123456789abcdef.mp3",
                Notes = "Came with the import from the former system." },
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
            new OutboundRule { Name = "Satellite phones", Prefix = "+8816", Active = false,
                Notes = "Ask Anna before this is switched on." },
        ],
        BlockedCallers =
        [
            new BlockedCaller { Match = BlockMatch.Prefix, Pattern = "+1900", Action = BlockAction.Busy, Notes = "Premium numbers" },
            new BlockedCaller { Pattern = "+12025550666", Action = BlockAction.Say, Say = "We do not take calls from this number.",
                Numbers = ["+12125550100"] },
            new BlockedCaller { Pattern = "anonymous" },
            new BlockedCaller { Match = BlockMatch.Wildcard, Pattern = "+1202555????", Active = false,
                Notes = "A campaign that called every number in the district, three times a day, since the beginning of spring" },
        ],
        Integrations =
        [
            new Integration { Name = "Customer system", Trigger = [Trigger.InboundCallAnswered, Trigger.CallEnded],
                Url = "https://crm.example/hooks/a-long-path-that-does-not-fit-on-small-screens/calls",
                Fields = [new WebhookField { Key = "caller", Value = new FieldValue("sourceNumber", null) }] },
            new Integration { Name = "Billing", Trigger = [Trigger.CallEnded], Url = "https://billing.example/feed", Active = false },
        ],
    };

    /// <summary>Long names, staggered phones, some that do not ring, an outside number that no rule allows.</summary>
    private static RingGroup LongRingGroup => new() {
        Name = "Everybody who can help with appointments, orders and questions",
        RingTimeout = 30,
        Turns = 2,
        CallerNamePrefix = "Help:",
        Announcement = new PromptValue { Say = "Thank you for calling Acme Dental. Somebody will be with you in a moment." },
        Members =
        [
            .. Enumerable.Range(0, 9)
            .Select(i => new RingGroupMember { Extension = $"{1001 + i}", Order = i, Delay = i / 3 * 8, RingTimeout = i == 1 ? 12 : null }),
            new RingGroupMember { External = "+12025550143", Order = 9, RingTimeout = 15 },
        ],
        Fallback = new AnnouncementDestination {
            Prompt = new PromptValue { Say = "Nobody is free at the moment." },
            Then = new VoicemailDestination { Extension = "1003" }
        },
    };

    /// <summary>Two menus that lead to each other, one of them with many options.</summary>
    private static IReadOnlyList<IvrMenu> Menus =>
    [
        new IvrMenu
        {
            Name = "Reception menu",
            Prompt = new PromptValue { Say =
                "Welcome to Acme Dental. For appointments, press 1. For billing, press 2. If you know the extension, dial it now. To " +
                    "hear this again, press star." },
            DirectDial = true,
            Options =
            [
                new IvrOption { Digits = "1", Label = "Appointments", Destination = new IvrDestination { Name = "Appointments" } },
                new IvrOption { Digits = "2", Label = "Billing, insurance and questions about statements",
                    Destination = new RingGroupDestination { Name = "Front desk" } },
                new IvrOption { Digits = "3", Label = "London",
                    Destination =
                        new AnnouncementDestination { Prompt = new PromptValue { Say = "One moment." },
                            Then = new ExtensionDestination { Number = "1003" } } },
                new IvrOption { Digits = "0", Label = "Front desk", Destination = new ExtensionDestination { Number = "1001" } },
                new IvrOption { Digits = "*", Destination = new IvrDestination { Name = "Reception menu" } },
                new IvrOption { Digits = "911", Label = "Emergencies", Destination = new ExternalDestination { Number = "+12025550143" } },
            ],
            NoInput = new RingGroupDestination { Name = "Front desk" },
            Fallback = new VoicemailDestination { Extension = "1001" },
        },
        new IvrMenu
        {
            Name = "Appointments",
            Prompt = new PromptValue { Say = "To book, press 1. To cancel, press 2." },
            Options =
            [
                new IvrOption { Digits = "1", Label = "Book", Destination = new ExtensionDestination { Number = "1002" } },
                new IvrOption { Digits = "2", Label = "Cancel", Destination = new VoicemailDestination { Extension = "1002" } },
                new IvrOption { Digits = "9", Label = "Back", Destination = new IvrDestination { Name = "Reception menu" } },
            ],
        },
    ];

    /// <summary>An office with holidays, a bar across midnight that is closed by hand, and a line that is always open.</summary>
    private static IReadOnlyList<BusinessHoursSchedule> Hours =>
    [
        new BusinessHoursSchedule
        {
            Name = "Office",
            Week = new WeekHours { Mon = Day, Tue = Day, Wed = Day, Thu = Day, Fri = ["08:30-13:00"] },
            Exceptions =
            [
                new HoursException { Name = "New Year's Day", Yearly = "01-01", Closed = true },
                new HoursException { Name = "Independence Day", Yearly = "07-04", Closed = true },
                new HoursException { Name = "Christmas Day", Yearly = "12-25", Closed = true,
                    Prompt = new PromptValue { Say = "Merry Christmas." } },
                new HoursException { Name = "Christmas Eve", Yearly = "12-24", Hours = ["09:00-12:00"] },
                new HoursException { Name = "Training of the whole team, with everybody from the second office", Date = "2199-03-12",
                    ClosedFrom = "10:00", ClosedTo = "15:00", Destination = new VoicemailDestination { Extension = "1001" } },
                new HoursException { Name = "Moving day", Date = "2020-05-02", Closed = true },
            ],
            Open = new IvrDestination { Name = "Main menu" },
            Closed = new VoicemailDestination { Extension = "1001" },
        },
        new BusinessHoursSchedule
        {
            Name = "Bar of the clubhouse, open late on weekends",
            TimeZone = "Europe/London",
            Week = new WeekHours { Thu = ["18:00-24:00"], Fri = ["18:00-02:30"], Sat = ["12:00-15:15", "18:00-02:30"],
                Sun = ["12:00-21:00"] },
            Open = new RingGroupDestination { Name = "Front desk" },
            Override = new HoursOverride { State = HoursState.Closed,
                Destination = new HangupDestination { Say = "The bar is being painted." } },
        },
        new BusinessHoursSchedule
        {
            Name = "Hotline",
            Week = new WeekHours { Mon = ["00:00-24:00"], Tue = ["00:00-24:00"], Wed = ["00:00-24:00"], Thu = ["00:00-24:00"],
                Fri = ["00:00-24:00"], Sat = ["00:00-24:00"], Sun = ["00:00-24:00"] },
            Open = new ExtensionDestination { Number = "1003" },
        },
    ];
}
