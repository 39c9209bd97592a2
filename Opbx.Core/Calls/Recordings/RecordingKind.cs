namespace Opbx.Core.Calls.Recordings;

public enum RecordingKind
{
    /// <summary>Between two parties or in a conference.</summary>
    Conversation,
    Message,
}
