using Opbx.Core.Integrations.Inspection;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Inspector;

internal static class SignatureText
{
    public static string For(SignatureFinding finding) => finding switch {
        SignatureFinding.Missing => "Not signed",
        SignatureFinding.Valid => "Signature valid",
        SignatureFinding.Old => "Signature too old",
        SignatureFinding.Wrong => "Signature wrong",
    };

    public static string Sentence(SignatureVerdict verdict) => verdict.Finding switch {
        SignatureFinding.Missing => "It has no signature of Standard Webhooks.",
        SignatureFinding.Valid => $"Its signature is valid: it was signed with the secret of {verdict.Integration}.",
        SignatureFinding.Old =>
            $"It was signed with the secret of {verdict.Integration}, but more than 5 minutes before it arrived. A receiver should " +
                "refuse it.",
        SignatureFinding.Wrong => "Its signature fits none of your integrations. A receiver should refuse it.",
    };

    public static Tone ToneOf(SignatureFinding finding) => finding switch {
        SignatureFinding.Missing => Tone.Neutral,
        SignatureFinding.Valid => Tone.Good,
        SignatureFinding.Old => Tone.Warning,
        SignatureFinding.Wrong => Tone.Bad,
    };

    public static string IconOf(SignatureFinding finding) => finding switch {
        SignatureFinding.Missing => "remove_moderator",
        SignatureFinding.Valid => "verified",
        SignatureFinding.Old => "history_toggle_off",
        SignatureFinding.Wrong => "gpp_bad",
    };
}
