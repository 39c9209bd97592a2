using Opbx.Core.Calls.Recordings;

namespace Opbx.Portal.Features.Voicemail;

/// <summary>A message in the API.</summary>
internal sealed record VoicemailItem
{
    public required Guid Id { get; init; }
    public required string Extension { get; init; }
    public required string From { get; init; }
    public string? CallerName { get; init; }
    public required string CallUuid { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>In seconds.</summary>
    public int? Duration { get; init; }

    public required bool Heard { get; init; }
    public DateTimeOffset? HeardAt { get; init; }
    public required AudioState Audio { get; init; }

    public static VoicemailItem Create(RecordingView message) => new() {
        Id = message.Id,
        Extension = message.Extension ?? "",
        From = message.From,
        CallerName = message.CallerName,
        CallUuid = message.Token,
        ReceivedAt = message.RecordedAt,
        Duration = message.Seconds,
        Heard = message.HeardAt is not null,
        HeardAt = message.HeardAt,
        Audio = message.State,
    };
}

internal sealed record HeardMark
{
    [System.ComponentModel.DataAnnotations.Required]
    public bool Heard { get; init; }
}
