namespace Opbx.Core.Calls;

/// <summary>Where a live call is.</summary>
public enum CallState
{
    /// <summary>It has begun; nothing rings yet.</summary>
    New,

    /// <summary>Something is played or spoken.</summary>
    Speaking,

    /// <summary>The caller hears a menu.</summary>
    InMenu,

    /// <summary>Phones ring.</summary>
    Ringing,

    /// <summary>The caller is at a mailbox.</summary>
    LeavingMessage,

    /// <summary>The caller is in a conference room.</summary>
    InConference,

    /// <summary>Two parties talk.</summary>
    Connected,

    /// <summary>It is over.</summary>
    Ended,
}
