using System.Collections.Immutable;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>What a call waits for, and what a person can do about it.</summary>
/// <param name="Numbers">Dial: who rings; bridge: who talks.</param>
/// <param name="Keys">The keys that have an effect now.</param>
/// <param name="Until">When the wait times out; null for never.</param>
internal sealed record SandboxWaiting(SandboxWaitingKind Kind, ImmutableArray<string> Numbers, string Keys, DateTimeOffset? Until)
{
    public const string AllKeys = "1234567890*#";

    /// <summary>Whether the action fits now.</summary>
    public bool Accepts(PhoneAction action) => (Kind, action) switch {
        (_, PhoneAction.HangUp or PhoneAction.SwitchTo) => true,
        (SandboxWaitingKind.Gather, PhoneAction.Press or PhoneAction.NoInput) => true,
        (SandboxWaitingKind.Dial, PhoneAction.Answer answer) => Numbers.Contains(answer.Number),
        (SandboxWaitingKind.Dial, PhoneAction.Busy busy) => Numbers.Contains(busy.Number),
        (SandboxWaitingKind.Dial, PhoneAction.Unreachable unreachable) => Numbers.Contains(unreachable.Number),
        (SandboxWaitingKind.Dial, PhoneAction.NoAnswer) => true,
        (SandboxWaitingKind.Bridge, PhoneAction.CalleeHangUp or PhoneAction.Press) => true,
        (SandboxWaitingKind.Conference, PhoneAction.ConferenceEnds or PhoneAction.Press) => true,
        (SandboxWaitingKind.Coach, PhoneAction.OtherEnds or PhoneAction.Press) => true,
        (SandboxWaitingKind.Record, PhoneAction.LeaveMessage or PhoneAction.NoInput) => true,
        _ => false,
    };
}
