using System.Linq.Expressions;

namespace Opbx.Core.Calls.Recordings;

/// <summary>A recording as shown in lists.</summary>
public sealed record RecordingView
{
    public required Guid Id { get; init; }
    public required RecordingKind Kind { get; init; }
    public required string Token { get; init; }

    /// <summary>The owner of the mailbox; null for a conversation.</summary>
    public string? Extension { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public string? CallerName { get; init; }
    public string? AnsweredBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public int? Seconds { get; init; }

    /// <summary>When the owner first listened to it.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    public required AudioState State { get; init; }

    /// <summary>Why there is no audio yet, as a sentence.</summary>
    public string? Fault { get; init; }

    /// <summary>Size of the audio in bytes.</summary>
    public long Bytes { get; init; }

    internal static readonly Expression<Func<Recording, RecordingView>> Columns = r => new RecordingView {
        Id = r.Id,
        Kind = r.Kind,
        Token = r.Token,
        Extension = r.Extension,
        From = r.From,
        To = r.To,
        CallerName = r.CallerName,
        AnsweredBy = r.AnsweredBy,
        RecordedAt = r.RecordedAt,
        Seconds = r.Seconds,
        HeardAt = r.HeardAt,
        State = r.State,
        Fault = r.Fault,
        Bytes = r.Bytes,
    };

    internal static RecordingView Create(Recording row) => FromRow(row);

    private static readonly Func<Recording, RecordingView> FromRow = Columns.Compile();
}
