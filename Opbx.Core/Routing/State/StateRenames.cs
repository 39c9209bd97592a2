using Opbx.Core.Document;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Routing.State;

/// <summary>Updates a call's state after objects it refers to were renamed.</summary>
internal static class StateRenames
{
    public static RouterState Follow(RouterState state, Renames renames) => renames.IsEmpty ? state : state with {
        Key = KindOf(state.Wait) is { } kind ? renames.Now(kind, state.Key) : state.Key,
        Order = state.Order is null ? null : [.. state.Order.Select(m => renames.Now(ObjectKind.Extensions, m))],
        Ringing = state.Ringing is null ? null : renames.Now(ObjectKind.Extensions, state.Ringing),
        Caller = state.Caller is null ? null : renames.Now(ObjectKind.Extensions, state.Caller),
        PhoneNumber = state.PhoneNumber is null ? null : renames.Now(ObjectKind.PhoneNumbers, state.PhoneNumber),
        MenuTurns = state.MenuTurns?.GroupBy(m => renames.Now(ObjectKind.IvrMenus, m.Key), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(m => m.Value), StringComparer.Ordinal),
    };

    private static ObjectKind? KindOf(Wait wait) => wait switch {
        Wait.Extension or Wait.Message or Wait.Mailbox => ObjectKind.Extensions,
        Wait.Group => ObjectKind.RingGroups,
        Wait.Menu => ObjectKind.IvrMenus,
        Wait.Pin or Wait.Conference => ObjectKind.ConferenceRooms,
        Wait.Outside or Wait.Transfer => null,
    };
}
