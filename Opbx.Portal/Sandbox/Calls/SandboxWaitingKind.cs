namespace Opbx.Portal.Sandbox.Calls;

/// <summary>What a call can wait for.</summary>
internal enum SandboxWaitingKind
{
    Gather,
    Dial,

    /// <summary>Two parties talk; for one to hang up.</summary>
    Bridge,

    Conference,
    Record,

    /// <summary>The phone has joined another call.</summary>
    Coach,

    /// <summary>The caller hears music or a pause.</summary>
    Hold,
}
