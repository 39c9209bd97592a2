namespace Opbx.Portal.Sandbox.Calls;

/// <summary>What kind of thing happened in a call.</summary>
internal enum SandboxStepKind
{
    Started,

    /// <summary>The portal was asked and answered a document.</summary>
    Document,

    /// <summary>The caller hears something, or nothing for a while.</summary>
    Heard,

    Waiting,
    Acted,
    Connected,

    /// <summary>A session update or a call record went to the portal.</summary>
    Event,

    /// <summary>Something is wrong, mostly on the portal's side.</summary>
    Problem,

    Ended,
}
