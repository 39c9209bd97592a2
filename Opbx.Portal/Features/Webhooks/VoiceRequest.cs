using System.Text.Json;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Routing;
using Opbx.Portal.Http;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>One request of the platform: its facts about the call, and the state in our own URL.</summary>
/// <param name="Facts">Null when the body cannot be read.</param>
/// <param name="State">The signed state; null on the first request of a call.</param>
internal sealed record VoiceRequest(CallFacts? Facts, string? State)
{
    public const string StateName = CallAddresses.StateName;

    /// <summary>Reads JSON, form or query; never throws because of the content.</summary>
    public static async Task<VoiceRequest> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var state = request.Query[StateName].ToString() is { Length: > 0 } text ? text : null;
        var body = HttpMethods.IsGet(request.Method) ? MessageBody.OpenQuery(request.QueryString.Value ?? "")
            : MessageBody.Open(await BytesAsync(request, cancel), request.ContentType);
        return new VoiceRequest(body is null ? null : Read(body.Root), state);
    }

    private static CallFacts Read(JsonElement body) => new() {
        Token = Text(body, "Session") ?? Text(body, "CallSid") ?? "",
        From = Text(body, "From") ?? "",
        To = Text(body, "To") ?? "",
        Origin = Text(body, "Direction")?.ToLowerInvariant() is "subscriber" or "application" or "outbound-api" or "outbound"
            ? CallOrigin.Phone : CallOrigin.Outside,
        CallerName = Text(body, "CallerName"),
        CallStatus = Text(body, "CallStatus") is { } status && Text(body, "DialCallStatus") is { } dial
            && status is "in-progress" or "unknown" ? dial : Text(body, "CallStatus") ?? Text(body, "DialCallStatus"),
        Digits = Text(body, "Digits"),
        RecordingUrl = Text(body, "RecordingUrl"),
        RecordingDuration = int.TryParse(Text(body, "RecordingDuration"), out var seconds) && seconds >= 0 ? seconds : null,
    };

    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var member)) return null;
        try
        {
            return member.ValueKind switch {
                JsonValueKind.String => member.GetString(),
                JsonValueKind.Number => member.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: the text cannot be a number we know.
            return "\uFFFD";
        }
    }

    /// <summary>No bytes when they are too many, or break off: then the caller hears an apology.</summary>
    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await BoundedBody.ReadAsync(request.Body, MessageBody.Longest, cancel) ?? [];
        }
        catch (BadHttpRequestException)
        {
            return [];
        }
    }
}
