using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Interprets parsed bodies. Unknown members and values are ignored; null only when the session token is missing.</summary>
public static class MessageReader
{
    /// <param name="receivedAt">Used when the message has no time.</param>
    public static SessionUpdate? Session(OpenedBody body, DateTimeOffset receivedAt)
    {
        var wire = new Wire(body.Root);
        if (Token(wire.Untouched("token") ?? wire.In("session").Untouched("token") ?? wire.Untouched("session")) is not { } token)
            return null;
        var created = wire.Instant("createdAt");
        return new SessionUpdate {
            Token = token,
            EventId = wire.Text("eventId") is { } id ? $"{wire.Text("id")}:{id}" : null,
            SubscriberId = wire.Whole("subscriberId"),
            CallerId = wire.Text("callerId", "from"),
            Destination = wire.Text("destination", "to"),
            Direction = wire.Text("direction")?.ToLowerInvariant(),
            Status = wire.Text("status")?.ToLowerInvariant(),
            CreatedAt = created,
            ModifiedAt = wire.Instant("modifiedAt") ?? created ?? receivedAt,
            StartedAt = wire.Instant("callStartTime", "startTime"),
            AnsweredAt = wire.Instant("callAnswerTime", "answerTime"),
            EndedAt = wire.Instant("callEndTime", "endTime"),
        };
    }

    /// <param name="receivedAt">Used when the message has no time.</param>
    public static CallDetailRecord? Record(OpenedBody body, DateTimeOffset receivedAt)
    {
        var wire = new Wire(body.Root);
        var session = wire.In("session");
        if (Token(session.Untouched("token") ?? wire.Untouched("token", "session_token", "session")) is not { } token) return null;
        var started = session.Instant("callStartTime");
        var duration = wire.Seconds("duration");
        var ended = session.Instant("callEndTime") ?? wire.Instant("timestamp")
            ?? (started is { } s && duration is { } d ? s.AddSeconds(d) : receivedAt);
        return new CallDetailRecord {
            Token = token,
            Timestamp = wire.Instant("timestamp") ?? ended,
            From = wire.Text("from") ?? session.Text("callerId"),
            To = wire.Text("to") ?? session.Text("destination"),
            Disposition = wire.Text("disposition") ?? session.Text("status"),
            StartedAt = started,
            AnsweredAt = session.Instant("callAnswerTime"),
            EndedAt = ended,
            Duration = duration,
            BillableSeconds = wire.Seconds("billsec", "billableSeconds"),
            RecordingUrl = Address(wire.Untouched("recordingUrl")),
        };
    }

    public static RecordingState? Recording(OpenedBody body)
    {
        var wire = new Wire(body.Root);
        if (Token(wire.Untouched("session", "token", "callSid")) is not { } token) return null;
        return new RecordingState {
            Token = token,
            RecordingId = wire.Text("recordingSid"),
            Status = wire.Text("recordingStatus", "status")?.ToLowerInvariant(),
            Url = Address(wire.Untouched("recordingUrl")),
            Duration = wire.Seconds("recordingDuration", "duration"),
        };
    }

    /// <summary>Identifies a body without an id of its own.</summary>
    public static string Hash(OpenedBody body) => Hash(body.Text);

    /// <summary>64 lower-case hex digits (SHA-256).</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static bool IsToken(string? text) =>
        text is { Length: > 0 and <= CallTexts.TokenLength }
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '@');

    private static string? Token(string? text) => IsToken(text) ? text : null;

    private static string? Address(string? text) =>
        text is { Length: <= 2000 } && Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null;
}
