using Opbx.Core.Calls.Facts;

namespace Opbx.Core.Calls.Ingest;

/// <summary>A new fact about a call that is to be stored.</summary>
internal sealed record CallNews
{
    public required Guid PbxId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Token { get; init; }
    public required DateTimeOffset At { get; init; }
    public StageRecord? Stage { get; init; }
    public CallEvent? Message { get; init; }
    public SessionFacts? Session { get; init; }
    public RecordFacts? Record { get; init; }
    public RecordingState? Recording { get; init; }

    /// <summary>The mailbox the recording belongs to, from our own signed URL; null when it belongs to none.</summary>
    public MailboxPlace? Mailbox { get; init; }

    /// <summary>Whether a message is no longer awaited.</summary>
    public bool Settled { get; init; }

    public Guid CallId => StableId.OfCall(PbxId, Token);
    public Guid StageId => Stage is null ? default
        : StableId.Create(CallId.ToString("N"), "stage", Stage.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A mailbox within a call.</summary>
/// <param name="Stage">The number of the request that was answered with it.</param>
internal sealed record MailboxPlace(int Stage, string Extension);
