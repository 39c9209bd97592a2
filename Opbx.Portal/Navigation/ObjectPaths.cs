using Opbx.Core.Routing.Trace;

namespace Opbx.Portal.Navigation;

public static class ObjectPaths
{
    private static readonly Dictionary<ObjectKind, Func<string, string>> Pages = new() {
        [ObjectKind.Extensions] = Paths.Extension,
        [ObjectKind.PhoneNumbers] = Paths.PhoneNumber,
        [ObjectKind.RingGroups] = Paths.RingGroup,
        [ObjectKind.IvrMenus] = Paths.IvrMenu,
        [ObjectKind.BusinessHours] = Paths.BusinessHoursOf,
        [ObjectKind.ConferenceRooms] = Paths.ConferenceRoom,
        [ObjectKind.Prompts] = Paths.Prompt,
        [ObjectKind.OutboundRules] = Paths.OutboundRule,
        [ObjectKind.BlockedCallers] = Paths.BlockedCaller,
        [ObjectKind.Integrations] = name => Paths.Integration(name, account: false),
    };

    private static readonly Dictionary<string, ObjectKind> Nodes = new(StringComparer.Ordinal) {
        ["extension"] = ObjectKind.Extensions,
        ["phoneNumber"] = ObjectKind.PhoneNumbers,
        ["ringGroup"] = ObjectKind.RingGroups,
        ["ivr"] = ObjectKind.IvrMenus,
        ["businessHours"] = ObjectKind.BusinessHours,
        ["conference"] = ObjectKind.ConferenceRooms,
        ["blockedCaller"] = ObjectKind.BlockedCallers,
    };

    /// <summary>The page of the object in a trace; null when it has none.</summary>
    public static string? Find(TraceNode? node) => node is null ? null : Find(Nodes.GetValueOrDefault(node.Type), node.Name);

    /// <summary>Null for kinds without a page.</summary>
    public static string? Find(ObjectKind? kind, string key) =>
        kind is not null && Pages.TryGetValue(kind, out var page) ? page(key) : null;
}
