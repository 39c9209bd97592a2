using Opbx.Core.Configuration;

namespace Opbx.Portal.Components;

/// <summary>The page of any configured object.</summary>
public static class ObjectPaths
{
    private static readonly Dictionary<ObjectKind, Func<string, string>> Pages = new()
    {
        [ObjectKind.Extensions] = Paths.Extension,
        [ObjectKind.PhoneNumbers] = Paths.PhoneNumber,
        [ObjectKind.RingGroups] = Paths.RingGroup,
        [ObjectKind.IvrMenus] = Paths.Menu,
        [ObjectKind.BusinessHours] = Paths.OpeningHoursOf,
        [ObjectKind.ConferenceRooms] = Paths.ConferenceRoom,
        [ObjectKind.Prompts] = Paths.Prompt,
        [ObjectKind.OutboundRules] = Paths.CallingRule,
        [ObjectKind.BlockedCallers] = Paths.BlockedCaller,
        [ObjectKind.Integrations] = name => Paths.Integration(name, account: false),
    };

    /// <summary>The page; null for kinds that have none.</summary>
    public static string? Of(ObjectKind? kind, string key) => kind is not null && Pages.TryGetValue(kind, out var page) ? page(key) : null;
}
