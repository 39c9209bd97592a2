using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;

namespace Opbx.Core.Users.SelfService;

/// <summary>Where people may send the calls of their own extension: people who run the PBX anywhere, people who see its lists to
/// anything in them, all others to a colleague, their own voicemail or an outside number.</summary>
public static class OwnDestinations
{
    private static readonly IReadOnlyList<Type> Near =
        [typeof(ExtensionDestination), typeof(VoicemailDestination), typeof(ExternalDestination)];

    private static readonly IReadOnlyList<Type> Listed =
    [
        .. Near, typeof(RingGroupDestination), typeof(IvrDestination), typeof(BusinessHoursDestination), typeof(ConferenceDestination),
            typeof(AiAssistantDestination), typeof(HangupDestination), typeof(RejectDestination),
    ];

    /// <summary>The allowed kinds; null when all are.</summary>
    public static IReadOnlyList<Type>? KindsFor(Actor actor) =>
        actor.May(Permission.EditConfiguration) ? null : actor.May(Permission.ViewConfiguration) ? Listed : Near;

    /// <summary>Adds an error for each destination that is not allowed; unchanged ones are accepted.</summary>
    internal static void Check(Actor actor, PbxDocument document, UserExtension before, Forwarding wanted, FieldErrors errors)
    {
        var all = new (string Place, Destination? Before, Destination? After)[]
        {
            ("always", before.Forwarding.Always, wanted.Always),
            ("busy", before.Forwarding.Busy, wanted.Busy),
            ("noAnswer", before.Forwarding.NoAnswer, wanted.NoAnswer),
            ("unreachable", before.Forwarding.Unreachable, wanted.Unreachable),
        };
        foreach (var (place, old, chosen) in all)
        {
            if (chosen is not null && !chosen.Equals(old) && Fault(actor, document, before.Number, chosen) is { } fault)
                errors.Add($"/forwarding/{place}", fault);
        }
    }

    /// <summary>Why the destination is not allowed, as a sentence; null when it is.</summary>
    public static string? Fault(Actor actor, PbxDocument document, string own, Destination chosen)
    {
        if (KindsFor(actor) is not { } kinds) return null;
        if (!kinds.Contains(chosen.GetType())) return "Only those who run your phone system can send calls there. Choose something else.";
        if (chosen is ExternalDestination { Sip: not null }) return "Enter a phone number with + and country code.";
        if (actor.May(Permission.ViewConfiguration)) return null;
        return chosen switch {
            ExtensionDestination to when Colleagues(document, own).All(e => e.Number != to.Number) =>
                "Choose a colleague whose phone is switched on.",
            VoicemailDestination to when to.Extension != own => "Choose your own voicemail.",
            _ => null,
        };
    }

    private static IEnumerable<UserExtension> Colleagues(PbxDocument document, string own) =>
        document.Extensions.OfType<UserExtension>().Where(e => e.Active && e.Number != own);
}
