using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Portal.Features.Calls;

/// <summary>A call in the API.</summary>
internal sealed record CallItem
{
    public required string Uuid { get; init; }
    public required CallDirection Direction { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public string? CallerName { get; init; }
    public string? PhoneNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallState? State { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EndedAt { get; init; }

    public Disposition? Disposition { get; init; }
    public int? Duration { get; init; }
    public int? BillableSeconds { get; init; }
    public string? AnsweredBy { get; init; }
    public required IReadOnlyList<string> Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TraceItem>? Trace { get; init; }

    /// <summary>The extension whose mailbox has the caller's message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Voicemail { get; init; }

    /// <summary>URL of the recorded conversation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Recording { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Cdr { get; init; }

    public static CallItem Create(Guid pbx, CallSummary call) => new() {
        Uuid = call.Token,
        Direction = call.Direction,
        From = call.From,
        To = call.To,
        CallerName = call.CallerName,
        PhoneNumber = call.PhoneNumber,
        State = call.State == CallState.Ended ? null : call.State,
        StartedAt = call.StartedAt,
        AnsweredAt = call.AnsweredAt,
        EndedAt = call.EndedAt,
        Disposition = call.Disposition,
        Duration = call.Duration,
        BillableSeconds = call.BillableSeconds,
        AnsweredBy = call.AnsweredBy,
        Path = Stations(call.Path),
        Voicemail = call.VoicemailExtension,
        Recording = call.HasRecording ? AudioPaths.OfCall(pbx, call.Token) : null,
    };

    public static CallItem Create(LiveCall call) => new() {
        Uuid = call.Token,
        Direction = call.Direction,
        From = call.From,
        To = call.To,
        CallerName = call.CallerName,
        PhoneNumber = call.PhoneNumber,
        State = call.State,
        StartedAt = call.StartedAt,
        AnsweredAt = call.AnsweredAt,
        AnsweredBy = call.AnsweredBy,
        Path = Stations(call.Path),
    };

    public static CallItem Create(Guid pbx, CallDetail detail) => Create(pbx, detail.Call) with {
        Trace = [.. detail.Stages.SelectMany(TraceItem.From)],
        Cdr = detail.Record is { } record ? Raw(record) : null,
    };

    private static List<string> Stations(string path) => JsonSerializer.Deserialize<List<string>>(path)!;

    /// <summary>JSON when it arrived as JSON, else text.</summary>
    private static JsonNode Raw(string record)
    {
        if (record is not ['{' or '[', ..]) return JsonValue.Create(record);
        try
        {
            return JsonNode.Parse(record)!;
        }
        catch (JsonException)
        {
            return JsonValue.Create(record);
        }
    }
}

/// <summary>One decision of a call's trace; the last one of each request has the document that was sent.</summary>
internal sealed record TraceItem
{
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public TraceNode? Node { get; init; }
    public required string Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cxml { get; init; }

    public static IEnumerable<TraceItem> From(StageDetail stage) => stage.Steps.Count == 0
        ? [new TraceItem { At = stage.At, Kind = "document", Reason = "", Cxml = stage.Cxml }]
        : stage.Steps.Select(
            (step, i) => new TraceItem {
                At = stage.At, Kind = step.Kind, Node = step.Node, Reason = step.Reason,
                Cxml = i == stage.Steps.Count - 1 ? stage.Cxml : null
            });
}
