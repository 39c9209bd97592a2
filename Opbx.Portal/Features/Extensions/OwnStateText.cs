using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components.Objects;

namespace Opbx.Portal.Features.Extensions;

/// <summary>What happens to calls to one's own extension now. Checked in the order in which a call is routed.</summary>
internal static class OwnStateText
{
    public static (string Icon, string Text) For(UserExtension extension, PbxDocument document, bool talking) => extension switch {
        { Active: false } =>
            ("phone_disabled",
                "Your extension is switched off. Callers hear that it is not available. Those who run your phone system can switch it on."),
        { DoNotDisturb: true } => ("do_not_touch", $"Do not disturb is on. {Then(extension, document, extension.Forwarding.Busy)}"),
        { Forwarding.Always: { } always } =>
            ("phone_forwarded", $"{(talking ? "You are on a call. " : "")}All calls go to: {DestinationText.For(always, document)}."),
        _ when talking => ("phone_in_talk", $"You are on a call. {Then(extension, document, extension.Forwarding.Busy)}"),
        _ => ("ring_volume",
            $"Your phone rings for {extension.RingTimeout ?? document.Pbx.RingTimeout} seconds. " +
                $"{Then(extension, document, extension.Forwarding.NoAnswer, "Unanswered calls")}"),
    };

    private static string Then(UserExtension extension, PbxDocument document, Destination? destination, string calls = "Callers") =>
        destination is not null ? $"{calls} go to: {DestinationText.For(destination, document)}."
        : extension.Voicemail.Enabled ? $"{calls} go to your voicemail."
        : calls == "Callers" ? "Callers hear that you are busy." : "Then callers hear that nobody answers.";
}
