using Opbx.Core.Calls.Recordings;

namespace Opbx.Core.Calls.Projection;

/// <summary>A recording reported for a call.</summary>
/// <param name="Key">Identifies it within the call, also when it is reported again.</param>
/// <param name="Extension">The owner of the mailbox; null for a conversation.</param>
/// <param name="At">When it was first reported to us.</param>
internal sealed record Sound(string Key, RecordingKind Kind, string? Extension, string Url, int? Seconds, DateTimeOffset At)
{
    public Guid IdIn(Guid callId) => StableId.Create(callId.ToString("N"), "recording", Key);
}
