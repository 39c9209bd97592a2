using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.GoldenCalls;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.RingGroups;

namespace Opbx.Core.Document;

/// <summary>A list of the document: its names, and how its objects are read and replaced.</summary>
public sealed class ObjectKind
{
    private readonly Func<PbxDocument, IReadOnlyList<ConfiguredObject>> _read;
    private readonly Func<PbxDocument, IEnumerable<ConfiguredObject>, PbxDocument> _write;

    private ObjectKind(string name, string route, string noun, Type type, Func<PbxDocument, IReadOnlyList<ConfiguredObject>> read,
        Func<PbxDocument, IEnumerable<ConfiguredObject>, PbxDocument> write)
    {
        Name = name;
        Route = route;
        Noun = noun;
        Type = type;
        _read = read;
        _write = write;
    }

    /// <summary>The document's member, for example <c>ringGroups</c>.</summary>
    public string Name { get; }

    /// <summary>The path segment, for example <c>ring-groups</c>.</summary>
    public string Route { get; }

    /// <summary>For people, for example <c>ring group</c>.</summary>
    public string Noun { get; }

    public Type Type { get; }

    public static readonly ObjectKind Extensions =
        Create<Extension>("extensions", "extensions", "extension", d => d.Extensions, (d, l) => d with { Extensions = l });

    public static readonly ObjectKind RingGroups =
        Create<RingGroup>("ringGroups", "ring-groups", "ring group", d => d.RingGroups, (d, l) => d with { RingGroups = l });

    public static readonly ObjectKind IvrMenus =
        Create<IvrMenu>("ivrMenus", "ivr-menus", "menu", d => d.IvrMenus, (d, l) => d with { IvrMenus = l });

    public static readonly ObjectKind BusinessHours =
        Create<BusinessHoursSchedule>("businessHours", "business-hours", "schedule", d => d.BusinessHours,
            (d, l) => d with { BusinessHours = l });

    public static readonly ObjectKind PhoneNumbers =
        Create<PhoneNumber>("phoneNumbers", "phone-numbers", "phone number", d => d.PhoneNumbers, (d, l) => d with { PhoneNumbers = l });

    public static readonly ObjectKind ConferenceRooms =
        Create<ConferenceRoom>("conferenceRooms", "conference-rooms", "conference room", d => d.ConferenceRooms,
            (d, l) => d with { ConferenceRooms = l });

    public static readonly ObjectKind Prompts =
        Create<Prompt>("prompts", "prompts", "prompt", d => d.Prompts, (d, l) => d with { Prompts = l });

    public static readonly ObjectKind OutboundRules =
        Create<OutboundRule>("outboundRules", "outbound-rules", "outbound rule", d => d.OutboundRules,
            (d, l) => d with { OutboundRules = l });

    public static readonly ObjectKind BlockedCallers =
        Create<BlockedCaller>("blockedCallers", "blocked-callers", "blocked caller", d => d.BlockedCallers,
            (d, l) => d with { BlockedCallers = l });

    public static readonly ObjectKind Integrations =
        Create<Integration>("integrations", "integrations", "integration", d => d.Integrations, (d, l) => d with { Integrations = l });

    public static readonly ObjectKind GoldenCalls =
        Create<GoldenCall>("goldenCalls", "golden-calls", "golden call", d => d.GoldenCalls, (d, l) => d with { GoldenCalls = l });

    /// <summary>In the document's order.</summary>
    public static readonly IReadOnlyList<ObjectKind> All =
        [Extensions, RingGroups, IvrMenus, BusinessHours, PhoneNumbers, ConferenceRooms, Prompts, OutboundRules, BlockedCallers,
            Integrations, GoldenCalls];

    public IReadOnlyList<ConfiguredObject> Read(PbxDocument document) => _read(document);
    public PbxDocument Write(PbxDocument document, IEnumerable<ConfiguredObject> objects) => _write(document, objects);
    public override string ToString() => Name;

    private static ObjectKind Create<T>(string name, string route, string noun, Func<PbxDocument, IReadOnlyList<T>> read,
        Func<PbxDocument, IReadOnlyList<T>, PbxDocument> write)
        where T : ConfiguredObject =>
        new(name, route, noun, typeof(T), read, (document, objects) => write(document, [.. objects.Cast<T>()]));
}
