using Opbx.Core.Calls.Recordings;

namespace Opbx.Core.Calls.Projection;

/// <summary>A recording that a call has brought.</summary>
/// <param name="Key">Names it within the call, also when it is told again.</param>
/// <param name="Extension">The owner of the mailbox; null for a conversation.</param>
/// <param name="Url">Where the platform keeps it.</param>
/// <param name="At">When we first heard of it.</param>
internal sealed record Sound(string Key, RecordingKind Kind, string? Extension, string Url, int? Seconds, DateTimeOffset At)
{
    public Guid IdIn(Guid callId) => StableId.Create(callId.ToString("N"), "recording", Key);
}
