using Opbx.Portal.Sandbox.Verbs;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>What a person at a phone, or the REST API, does to a call.</summary>
internal abstract record PhoneAction
{
    private PhoneAction()
    {
    }

    /// <summary>Whether it reaches a call that is not waiting.</summary>
    public bool Interrupts => this is HangUp or SwitchTo;

    internal sealed record Press(string Keys) : PhoneAction;

    /// <summary>The caller presses nothing.</summary>
    internal sealed record NoInput : PhoneAction;

    internal sealed record Answer(string Number) : PhoneAction;

    /// <summary>A ringing phone is declined.</summary>
    internal sealed record Busy(string Number) : PhoneAction;

    /// <summary>A phone turns out not to be registered.</summary>
    internal sealed record Unreachable(string Number) : PhoneAction;

    /// <summary>Nobody answers; skips the waiting time.</summary>
    internal sealed record NoAnswer : PhoneAction;

    internal sealed record LeaveMessage(int Seconds) : PhoneAction;

    /// <summary>The called person hangs up.</summary>
    internal sealed record CalleeHangUp : PhoneAction;

    internal sealed record ConferenceEnds : PhoneAction;

    /// <summary>The call that this phone joined is over.</summary>
    internal sealed record OtherEnds : PhoneAction;

    /// <summary>The caller hangs up, or the API ends the call.</summary>
    internal sealed record HangUp(bool ByApi) : PhoneAction;

    /// <summary>The API gives the call another document.</summary>
    internal sealed record SwitchTo(StageSource Source) : PhoneAction;
}
