namespace Opbx.Core.Calls.Recordings;

public enum RecordingKind
{
    /// <summary>Two parties, or a conference.</summary>
    Conversation,

    Message,
}
