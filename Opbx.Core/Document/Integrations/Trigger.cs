namespace Opbx.Core.Document.Integrations;

/// <summary>The event that fires an integration.</summary>
public enum Trigger
{
    UserCreated,
    UserDeleted,
    /// <summary>Account-level.</summary>
    UserModified,
    InboundCallReceived,
    InboundCallAnswered,
    OutboundCallPlaced,
    IvrCallReceived,
    IvrOptionSelected,
    CallEnded,
    /// <summary>The call ended and nobody was reached.</summary>
    CallMissed,
    VoicemailReceived,
    RecordingReady,
    ConfigurationChanged,
    /// <summary>Something needs a person's attention.</summary>
    SystemAlert,
}
