namespace Opbx.Core.Document.Integrations;

/// <summary>The event that fires an integration.</summary>
public enum Trigger
{
    /// <summary>A user extension was created (account).</summary>
    UserCreated,

    /// <summary>A user extension was deleted (account).</summary>
    UserDeleted,

    /// <summary>A user extension was changed (account).</summary>
    UserModified,

    /// <summary>A call from outside arrived.</summary>
    InboundCallReceived,

    /// <summary>A person answered a call from outside.</summary>
    InboundCallAnswered,

    /// <summary>An extension called outside.</summary>
    OutboundCallPlaced,

    /// <summary>A call reached a menu.</summary>
    IvrCallReceived,

    /// <summary>A caller chose an option of a menu.</summary>
    IvrOptionSelected,

    CallEnded,

    /// <summary>A call is over and nobody was reached.</summary>
    CallMissed,

    /// <summary>A caller left a message.</summary>
    VoicemailReceived,

    /// <summary>A recording can be fetched.</summary>
    RecordingReady,

    /// <summary>The PBX's configuration changed.</summary>
    ConfigurationChanged,

    /// <summary>Something needs a person's attention.</summary>
    SystemAlert,
}
