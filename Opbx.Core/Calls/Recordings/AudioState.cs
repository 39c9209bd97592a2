namespace Opbx.Core.Calls.Recordings;

public enum AudioState
{
    Waiting,
    Stored,
    /// <summary>The download failed and is no longer retried.</summary>
    Failed,
    Deleted,
}
