using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Calls.Control;

/// <summary>Objects of a call's own PBX to which it can be transferred.</summary>
public static class TransferTargets
{
    public static readonly IReadOnlyList<Type> Kinds =
    [
        typeof(ExtensionDestination), typeof(RingGroupDestination), typeof(IvrDestination), typeof(BusinessHoursDestination),
            typeof(VoicemailDestination), typeof(ConferenceDestination), typeof(AiAssistantDestination),
    ];

    public static bool Exists(DialPlan plan, Destination to) => to switch {
        ExtensionDestination { Number: var number } => plan.Extensions.ContainsKey(number),
        RingGroupDestination { Name: var name } => plan.RingGroups.ContainsKey(name),
        IvrDestination { Name: var name } => plan.Menus.ContainsKey(name),
        BusinessHoursDestination { Name: var name } => plan.Hours.ContainsKey(name),
        VoicemailDestination { Extension: var number } => plan.Extensions.GetValueOrDefault(number) is UserExtension,
        ConferenceDestination { Name: var name } => plan.Rooms.ContainsKey(name),
        AiAssistantDestination { Extension: var number } => plan.Extensions.GetValueOrDefault(number) is AiAssistantExtension,
        _ => false,
    };
}
