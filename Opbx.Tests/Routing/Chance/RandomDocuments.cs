using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Document.Settings;

namespace Opbx.Tests.Routing.Chance;

/// <summary>Valid documents with everything a call can reach, wired at random: loops, dead ends, inactive objects and strange texts
/// included.</summary>
internal sealed class RandomDocuments(Random chance)
{
    public static readonly string[] People = ["1001", "1002", "1003", "1004", "007", "20"];
    public static readonly string[] Groups = ["Sales", "Support", "Front desk", "Second"];
    public static readonly string[] Menus = ["Main", "Language", "Score"];
    public static readonly string[] Schedules = ["Office", "Night", "Summer"];
    public static readonly string[] Rooms = ["Board", "Lobby", "Staff"];
    public static readonly string[] Own = ["+12125550100", "+12125550101", "+12125550102", "+13105550100"];
    private static readonly string[] Library = ["Welcome", "Sorry"];

    /// <summary>A document; what it holds depends on the source of chance only.</summary>
    public PbxDocument Next() => new() {
        Pbx = new PbxSettings {
            Name = "acme", TimeZone = Pick("UTC", "America/New_York", "Australia/Lord_Howe"),
            Voice = Pick("woman", " ", "Polly:\u0001"), DefaultCallerId = Half ? Own[0] : null, RingTimeout = Number(5, 120),
            FeatureCodes = Half ? new() : new FeatureCodes { Pickup = "*2", DayNight = "*28", Voicemail = "#1" }
        },
        Extensions = [.. People.Select(Person), .. Virtual()],
        RingGroups = [.. Groups.Select(Group)],
        IvrMenus = [.. Menus.Select(Menu)],
        BusinessHours = [.. Schedules.Select(Schedule)],
        PhoneNumbers =
            [.. Own.Select(
                n => new PhoneNumber { Number = n, Name = Half ? ""
                    : RandomTexts.Name(chance), Active = Mostly, Destination = To(), Safety = Half ? To() : null, Record = Half })],
        ConferenceRooms =
            [.. Rooms.Select(
                r => new ConferenceRoom { Name = r, Active = Mostly, Pin = Half ? "42" : null, HostPin = Half ? "99"
                    : null, MaxParticipants = Number(2, 250), Record = Half, MuteOnEntry = Half, Beep = Half })
                    .Select(r => r with { WaitForHost = r.HostPin is not null && Half })],
        Prompts = [.. Library.Select(p => new Prompt { Name = p, Say = Half ? RandomTexts.Spoken(chance) : null })
            .Select(p => p.Say is null ? p with { File = "a.mp3" } : p)],
        OutboundRules =
            [new() { Name = "US", Country = "US", Trunk = Half ? "carrier" : null, Active = Mostly },
                new() { Name = "UK", Country = "GB", CallerId = Half ? Own[1] : null },
                new() { Name = "Any", Prefix = "+4", Active = Half }],
        BlockedCallers =
            [new() { Pattern = "+1900", Match = BlockMatch.Prefix, Action = Pick(Enum.GetValues<BlockAction>()),
                Say = "No <calls> & thanks." }, new() { Pattern = "anonymous", Active = !Mostly, Action = BlockAction.Busy }],
    };

    private bool Half => chance.Next(2) == 0;
    private bool Mostly => chance.Next(6) != 0;

    private Extension Person(string number) => new UserExtension {
        Number = number,
        Name = RandomTexts.Name(chance),
        Active = Mostly,
        RingTimeout = Half ? Number(5, 120) : null,
        DoNotDisturb = !Mostly,
        Voicemail = new VoicemailSettings { Enabled = Half, Greeting = Half ? Sound() : null },
        OutboundNumber = Half ? Pick(Own) : null,
        EnabledCalls = [.. Enum.GetValues<CallType>().Where(_ => Half)],
        Record = Pick(Enum.GetValues<RecordCalls>()),
        Forwarding = new Forwarding {
            Always = Mostly ? null : To(), Busy = Half ? To() : null, NoAnswer = Half ? To()
            : null, Unreachable = Half ? To() : null
        },
    };

    private IEnumerable<Extension> Virtual() =>
    [
        new RingGroupExtension { Number = "600", Name = "G", Target = Pick(Groups), Active = Mostly },
        new IvrExtension { Number = "700", Name = "M", Target = Pick(Menus), Active = Mostly },
        new ConferenceExtension { Number = "800", Name = "C", Target = Pick(Rooms) },
        new ForwardExtension { Number = "900", Name = "F", ForwardTo = Half ? new ExtensionDestination { Number = Pick(People) }
            : Outside() },
        new AiAssistantExtension { Number = "950", Name = "A", Provider = "retell", Address = "+12127773456", Active = Mostly },
        new CustomLogicExtension { Number = "951", Name = "L", Url = "https://logic.example/next?a=1&b=2" },
    ];

    private RingGroup Group(string name)
    {
        var ring = Number(5, 300);
        return new RingGroup {
            Name = name,
            Active = Mostly,
            Strategy = Pick(Enum.GetValues<RingStrategy>()),
            RingTimeout = ring,
            Turns = Number(1, 3),
            SkipBusy = Half,
            CallerNamePrefix = Half ? RandomTexts.Name(chance)[..1] : null,
            Announcement = Half ? Sound() : null,
            Members = [.. People.Where(_ => Half).Select(p => new RingGroupMember { Extension = p })
                .Append(new RingGroupMember { External = Pick("+12025550177", "+441214960000") })
                .Select(m => m
                    with { Order = Number(0, 5), Delay = Half ? 0 : Number(0, ring - 1), RingTimeout = Half ? null : Number(5, 300) })],
            Fallback = To(),
        };
    }

    private IvrMenu Menu(string name) => new() {
        Name = name,
        Active = Mostly,
        Prompt = Sound(),
        FirstDigitTimeout = Number(1, 30),
        InterDigitTimeout = Number(1, 30),
        Turns = Number(1, 9),
        DirectDial = Half,
        Options = [.. new[] { "1", "2", "0", "*", "12", "#" }.Where((_, i) => i == 0 || Half)
            .Select(d => new IvrOption { Digits = d, Label = RandomTexts.Name(chance), Destination = To() })],
        InvalidPrompt = Half ? Sound() : null,
        Invalid = Half ? To() : null,
        NoInput = Half ? To() : null,
        Fallback = To(),
    };

    private BusinessHoursSchedule Schedule(string name) => new() {
        Name = name,
        Active = Mostly,
        Week = new WeekHours {
            Mon = ["09:00-17:00"], Tue = ["22:00-06:00"], Wed = ["00:00-24:00"], Thu = Half
            ? ["10:00-11:00", "12:00-13:00"] : []
        },
        Exceptions = Half
            ? [new HoursException { Name = RandomTexts.Name(chance), Yearly = "03-02", Closed = true, Destination = Half ? To()
                : null, Prompt = Half ? Sound() : null }] : [],
        Override = Mostly ? null : new HoursOverride { State = Pick(Enum.GetValues<HoursState>()), Destination = Half ? To() : null },
        Open = To(),
        Closed = To(),
    };

    private Destination To(int depth = 0) => chance.Next(depth > 3 ? 11 : 12) switch {
        0 => new ExtensionDestination { Number = Pick(People) },
        1 => new RingGroupDestination { Name = Pick(Groups) },
        2 => new IvrDestination { Name = Pick(Menus) },
        3 => new BusinessHoursDestination { Name = Pick(Schedules) },
        4 => new ConferenceDestination { Name = Pick(Rooms) },
        5 => new VoicemailDestination { Extension = Pick(People) },
        6 => Outside(),
        7 => new AiAssistantDestination { Extension = "950" },
        8 => new ExtensionDestination { Number = Pick("600", "700", "800", "900", "951") },
        9 => new HangupDestination { Say = Half ? RandomTexts.Spoken(chance) : null },
        10 => Half ? new RejectDestination { Reason = Pick(Enum.GetValues<RejectReason>()) }
            : new CustomLogicDestination { Url = "https://logic.example/?x=%20&y" },
        _ => new AnnouncementDestination { Prompt = Sound(), Then = Mostly ? To(depth + 1) : null },
    };

    private ExternalDestination Outside() => chance.Next(4) switch {
        0 => new ExternalDestination { Sip = "sip:desk@pbx.example:5060" },
        1 => new ExternalDestination { Number = "+4930123456" },
        _ => new ExternalDestination { Number = "+12025550188" },
    };

    private PromptValue Sound() => chance.Next(3) switch {
        0 => new PromptValue { Play = "https://audio.example/a%20b.mp3?x=1&y=2" },
        1 => new PromptValue { Prompt = Pick(Library) },
        _ => new PromptValue {
            Say = RandomTexts.Spoken(chance), Voice = Half ? Pick("", "man") : null, Language = Half ? Pick("", "de-DE")
            : null
        },
    };

    private int Number(int least, int most) => chance.Next(least, most + 1);

    private T Pick<T>(params ReadOnlySpan<T> list) => list[chance.Next(list.Length)];
}
