namespace Opbx.Core.Calls;

/// <summary>Where a live call is.</summary>
public enum CallState
{
    /// <summary>It has begun; nothing rings yet.</summary>
    New,

    /// <summary>Something is played or spoken.</summary>
    Speaking,

    InMenu,
    Ringing,
    LeavingMessage,
    InConference,

    /// <summary>Two parties talk.</summary>
    Connected,

    Ended,
}
