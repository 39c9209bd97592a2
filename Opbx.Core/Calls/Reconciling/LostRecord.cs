using System.Text.Json.Nodes;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Creates a call record if none ever arrived. Older than any record of the platform, so a late one wins.</summary>
public static class LostRecord
{
    /// <summary>The member that says why the portal wrote the record.</summary>
    public const string Member = "opbx";

    private const string Lost = "Cloudonix never sent the record of this call. It told when asked that the call was over.";
    private const string Forgotten =
        "The end of this call was never reported, and Cloudonix does not know the call any more. It was closed with the last routed it " +
            "was heard of as its end.";

    /// <summary>Why the portal wrote this record itself; null for a record of the platform.</summary>
    public static string? ReasonOf(string? record)
    {
        if (record?.Contains($"\"{Member}\"", StringComparison.Ordinal) != true) return null;
        try
        {
            return JsonNode.Parse(record) is JsonObject { } body && body[Member] is JsonObject own && own["reason"] is JsonValue reason
                ? reason.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static JsonObject Create(JsonObject session, SessionUpdate said)
    {
        var ended = said.EndedAt ?? said.ModifiedAt;
        var copy = session.DeepClone().AsObject();
        copy["callEndTime"] = ended.ToUnixTimeMilliseconds();
        return Write(copy, said.StartedAt ?? said.CreatedAt ?? ended, ended, said.AnsweredAt, (said.CallerId, said.Destination), said.Status
            ?? "unknown", Lost);
    }

    /// <summary>For a call the platform no longer knows.</summary>
    internal static JsonObject Unknown(Call call)
    {
        var session = CallFactSheet.Read(call.Facts).Session;
        var ended = session?.Ended ?? call.LastNewsAt;
        var copy = new JsonObject {
            ["token"] = call.Token,
            ["callStartTime"] = call.StartedAt.ToUnixTimeMilliseconds(),
            ["callAnswerTime"] = session?.Answered?.ToUnixTimeMilliseconds() ?? 0,
            ["callEndTime"] = ended.ToUnixTimeMilliseconds(),
        };
        return Write(copy, call.StartedAt, ended, session?.Answered, (call.From, call.To), "unknown", Forgotten);
    }

    private static JsonObject Write(JsonObject session, DateTimeOffset started, DateTimeOffset ended, DateTimeOffset? answered,
        (string? From, string? To) parties, string disposition, string reason) => new() {
            [Member] = new JsonObject { ["reason"] = reason },
            ["timestamp"] = started.AddSeconds(-1).ToUnixTimeSeconds(),
            ["session"] = session,
            ["from"] = parties.From,
            ["to"] = parties.To,
            ["disposition"] = disposition.ToUpperInvariant(),
            ["duration"] = (int)Math.Max(0, (ended - started).TotalSeconds),
            ["billsec"] = answered is { } at ? (int)Math.Max(0, (ended - at).TotalSeconds) : 0,
        };
}
