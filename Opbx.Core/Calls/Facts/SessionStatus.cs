namespace Opbx.Core.Calls.Facts;

/// <summary>The platform's session states (docs/cloudonix.md), in lower case. Others are stored and ignored.</summary>
public static class SessionStatus
{
    public const string Ringing = "ringing";
    /// <summary>Two parties are bridged, or an application has media.</summary>
    public const string Connected = "connected";
    /// <summary>The platform answered; does not imply a person, and is sent again when a call is torn down.</summary>
    public const string Answer = "answer";

    /// <summary>Of two statuses with the same time, the more advanced one wins.</summary>
    public static int Rank(string? status) => status switch {
        null or "new" => 0,
        "processing" => 1,
        Ringing => 2,
        Answer => 3,
        Connected => 4,
        _ => IsFinal(status) ? 5 : 1,
    };

    public static bool IsFinal(string? status) =>
        status is "noanswer" or "busy" or "cancel" or "congestion" or "failed" or "denied" or "nocredit" or "error";
}
