namespace Opbx.Core.Calls.Recordings;

/// <summary>What a recording is.</summary>
public enum RecordingKind
{
    /// <summary>Two parties, or a conference.</summary>
    Conversation,

    /// <summary>A message in a mailbox.</summary>
    Message,
}

/// <summary>Whether the audio of a recording is here.</summary>
public enum AudioState
{
    /// <summary>It is still to be downloaded.</summary>
    Waiting,

    /// <summary>It is in the data folder.</summary>
    Stored,

    /// <summary>It could not be downloaded, and nobody tries any more.</summary>
    Failed,

    /// <summary>Somebody deleted it.</summary>
    Deleted,
}
