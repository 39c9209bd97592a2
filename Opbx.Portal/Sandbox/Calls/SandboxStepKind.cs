namespace Opbx.Portal.Sandbox.Calls;

internal enum SandboxStepKind
{
    Started,
    /// <summary>The portal returned a document.</summary>
    Document,
    /// <summary>The caller hears something, or nothing for a while.</summary>
    Heard,
    Waiting,
    Acted,
    Connected,
    /// <summary>A session update or a call record went to the portal.</summary>
    Event,
    /// <summary>Something is wrong, usually on the portal's side.</summary>
    Problem,
    Ended,
}
