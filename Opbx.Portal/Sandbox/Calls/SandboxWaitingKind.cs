namespace Opbx.Portal.Sandbox.Calls;

internal enum SandboxWaitingKind
{
    Gather,
    Dial,
    /// <summary>Two parties talk; waits for one to hang up.</summary>
    Bridge,
    Conference,
    Record,
    /// <summary>The phone has joined another call.</summary>
    Coach,
    /// <summary>The caller hears music or a pause.</summary>
    Hold,
}
