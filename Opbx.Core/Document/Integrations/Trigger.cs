namespace Opbx.Core.Document.Integrations;

/// <summary>The event that fires an integration.</summary>
public enum Trigger
{
    UserCreated,
    UserDeleted,

    /// <summary>A user extension was changed (account).</summary>
    UserModified,

    InboundCallReceived,
    InboundCallAnswered,
    OutboundCallPlaced,
    IvrCallReceived,

    /// <summary>A caller chose an option of a menu.</summary>
    IvrOptionSelected,

    CallEnded,

    /// <summary>A call is over and nobody was reached.</summary>
    CallMissed,

    /// <summary>A caller left a message.</summary>
    VoicemailReceived,

    RecordingReady,
    ConfigurationChanged,

    /// <summary>Something needs a person's attention.</summary>
    SystemAlert,
}
