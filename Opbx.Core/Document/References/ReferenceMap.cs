using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;

namespace Opbx.Core.Document.References;

/// <summary>The one place that knows where objects refer to each other; checks, deletions and renumbering all use it.</summary>
public sealed class ReferenceMap
{
    private readonly Func<Reference, string> _visit;

    private ReferenceMap(Func<Reference, string> visit) => _visit = visit;

    public static IReadOnlyList<Reference> Find(PbxDocument document)
    {
        var found = new List<Reference>();
        Rewrite(document, reference =>
        {
            found.Add(reference);
            return reference.Key;
        });
        return found;
    }

    /// <summary>Replaces the key of every reference with the result of <paramref name="visit"/>.</summary>
    public static PbxDocument Rewrite(PbxDocument document, Func<Reference, string> visit) => new ReferenceMap(visit).Document(document);

    private PbxDocument Document(PbxDocument d) => d with {
        Pbx = d.Pbx with { DefaultCallerId = Number(d.Pbx.DefaultCallerId, "/pbx/defaultCallerId") },
        Extensions = List(d.Extensions, "/extensions", Extension),
        RingGroups = List(d.RingGroups, "/ringGroups", Group),
        IvrMenus = List(d.IvrMenus, "/ivrMenus", Menu),
        BusinessHours = List(d.BusinessHours, "/businessHours", Hours),
        PhoneNumbers =
            List(d.PhoneNumbers, "/phoneNumbers",
                (n, at) => n with { Destination = To(n.Destination, at + "/destination"), Safety = Maybe(n.Safety, at + "/safety") }),
        OutboundRules = List(d.OutboundRules, "/outboundRules", (r, at) => r with { CallerId = Number(r.CallerId, at + "/callerId") }),
        BlockedCallers =
            List(d.BlockedCallers, "/blockedCallers",
                (b, at) => b with { Numbers = List(b.Numbers, at + "/numbers", (n, p) => Number(n, p)!) }),
        Integrations =
            List(d.Integrations, "/integrations", (i, at) => i.Filter is null ? i : i with { Filter = Filter(i.Filter, at + "/filter") }),
    };

    private Extension Extension(Extension extension, string at) => extension switch {
        UserExtension user => user with {
            OutboundNumber = Number(user.OutboundNumber, at + "/outboundNumber"),
            Voicemail = user.Voicemail with { Greeting = Prompt(user.Voicemail.Greeting, at + "/voicemail/greeting") },
            Forwarding = new Forwarding {
                Always = Maybe(user.Forwarding.Always, at + "/forwarding/always"),
                Busy = Maybe(user.Forwarding.Busy, at + "/forwarding/busy"),
                NoAnswer = Maybe(user.Forwarding.NoAnswer, at + "/forwarding/noAnswer"),
                Unreachable = Maybe(user.Forwarding.Unreachable, at + "/forwarding/unreachable"),
            },
        },
        RingGroupExtension group => group with { Target = Key(ObjectKind.RingGroups, group.Target, at + "/target") },
        IvrExtension menu => menu with { Target = Key(ObjectKind.IvrMenus, menu.Target, at + "/target") },
        ConferenceExtension room => room with { Target = Key(ObjectKind.ConferenceRooms, room.Target, at + "/target") },
        ForwardExtension forward => forward with { ForwardTo = To(forward.ForwardTo, at + "/forwardTo") },
        _ => extension,
    };

    private RingGroup Group(RingGroup group, string at) => group with {
        Members = List(group.Members, at + "/members", (m, p) => m.Extension is null ? m
            : m with { Extension = Key(ObjectKind.Extensions, m.Extension, p + "/extension", typeof(UserExtension)) }),
        Announcement = Prompt(group.Announcement, at + "/announcement"),
        Fallback = To(group.Fallback, at + "/fallback"),
    };

    private IvrMenu Menu(IvrMenu menu, string at) => menu with {
        Prompt = Prompt(menu.Prompt, at + "/prompt")!,
        Options = List(menu.Options, at + "/options", (o, p) => o with { Destination = To(o.Destination, p + "/destination") }),
        InvalidPrompt = Prompt(menu.InvalidPrompt, at + "/invalidPrompt"),
        Invalid = Maybe(menu.Invalid, at + "/invalid"),
        NoInput = Maybe(menu.NoInput, at + "/noInput"),
        Fallback = To(menu.Fallback, at + "/fallback"),
    };

    private BusinessHoursSchedule Hours(BusinessHoursSchedule hours, string at) => hours with {
        Exceptions = List(hours.Exceptions, at + "/exceptions",
            (e, p) => e with { Destination = Maybe(e.Destination, p + "/destination"), Prompt = Prompt(e.Prompt, p + "/prompt") }),
        Open = To(hours.Open, at + "/open"),
        Closed = To(hours.Closed, at + "/closed"),
        Override = hours.Override is { } o ? o with { Destination = Maybe(o.Destination, at + "/override/destination") } : null,
    };

    private WebhookFilter Filter(WebhookFilter filter, string at) => filter with {
        Numbers = List(filter.Numbers, at + "/numbers", (n, p) => Number(n, p)!),
        Extensions = List(filter.Extensions, at + "/extensions", (e, p) => Key(ObjectKind.Extensions, e, p)),
        Groups = List(filter.Groups, at + "/groups", (g, p) => Key(ObjectKind.RingGroups, g, p)),
        Menus = List(filter.Menus, at + "/menus", (m, p) => Key(ObjectKind.IvrMenus, m, p)),
    };

    private Destination To(Destination destination, string at) => destination switch {
        ExtensionDestination e => e with { Number = Key(ObjectKind.Extensions, e.Number, at + "/number") },
        RingGroupDestination g => g with { Name = Key(ObjectKind.RingGroups, g.Name, at + "/name") },
        IvrDestination m => m with { Name = Key(ObjectKind.IvrMenus, m.Name, at + "/name") },
        BusinessHoursDestination h => h with { Name = Key(ObjectKind.BusinessHours, h.Name, at + "/name") },
        ConferenceDestination c => c with { Name = Key(ObjectKind.ConferenceRooms, c.Name, at + "/name") },
        VoicemailDestination v => v with { Extension = Key(ObjectKind.Extensions, v.Extension, at + "/extension", typeof(UserExtension)) },
        AiAssistantDestination a =>
            a with { Extension = Key(ObjectKind.Extensions, a.Extension, at + "/extension", typeof(AiAssistantExtension)) },
        AnnouncementDestination n => n with { Prompt = Prompt(n.Prompt, at + "/prompt")!, Then = Maybe(n.Then, at + "/then") },
        _ => destination,
    };

    private Destination? Maybe(Destination? destination, string at) => destination is null ? null : To(destination, at);

    private PromptValue? Prompt(PromptValue? prompt, string at) =>
        prompt?.Prompt is { } name ? prompt with { Prompt = Key(ObjectKind.Prompts, name, at + "/prompt") } : prompt;

    private string? Number(string? number, string at) => number is null ? null : Key(ObjectKind.PhoneNumbers, number, at);

    private string Key(ObjectKind kind, string key, string at, Type? type = null) =>
        _visit(new Reference(kind, key, at, type ?? kind.Type));

    private static List<T> List<T>(IReadOnlyList<T> items, string at, Func<T, string, T> visit) =>
        [.. items.Select((item, index) => visit(item, JsonPointer.Item(at, index)))];
}
