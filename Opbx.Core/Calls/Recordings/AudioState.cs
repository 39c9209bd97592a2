namespace Opbx.Core.Calls.Recordings;

/// <summary>Whether the audio of a recording is here.</summary>
public enum AudioState
{
    Waiting,
    Stored,

    /// <summary>It could not be downloaded, and nobody tries any more.</summary>
    Failed,

    Deleted,
}
