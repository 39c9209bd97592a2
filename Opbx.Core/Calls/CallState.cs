namespace Opbx.Core.Calls;

public enum CallState
{
    /// <summary>The call has started; nothing rings yet.</summary>
    New,
    /// <summary>An announcement or a recording is being played.</summary>
    Speaking,
    InMenu,
    Ringing,
    LeavingMessage,
    InConference,
    /// <summary>Two parties are talking.</summary>
    Connected,
    Ended,
}
