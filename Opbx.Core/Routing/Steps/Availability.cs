using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Routing.Steps;

/// <summary>Whether a destination can accept a call at all, checked before a caller is sent there.</summary>
internal static class Availability
{
    /// <summary>The reason it cannot; null when it can.</summary>
    public static string? Find(DialPlan plan, Destination destination) => destination switch {
        ExtensionDestination to => Extension(plan, to.Number),
        AiAssistantDestination to => Extension(plan, to.Extension),
        RingGroupDestination to => Group(plan, to.Name),
        IvrDestination to => Menu(plan, to.Name),
        ConferenceDestination to => Room(plan, to.Name),
        _ => null,
    };

    private static string? Extension(DialPlan plan, string number) => plan.Extensions.GetValueOrDefault(number) switch {
        null => $"Extension {number} does not exist.",
        { Active: false } => $"Extension {number} is switched off.",
        RingGroupExtension group => Group(plan, group.Target),
        IvrExtension menu => Menu(plan, menu.Target),
        ConferenceExtension room => Room(plan, room.Target),
        _ => null,
    };

    private static string? Group(DialPlan plan, string name) =>
        plan.RingGroups.GetValueOrDefault(name) is { Active: true } ? null : $"The ring group {name} is switched off.";

    private static string? Menu(DialPlan plan, string name) =>
        plan.Menus.GetValueOrDefault(name) is { Active: true } ? null : $"The menu {name} is switched off.";

    private static string? Room(DialPlan plan, string name) =>
        plan.Rooms.GetValueOrDefault(name) is { Active: true } ? null : $"The conference room {name} is switched off.";
}
