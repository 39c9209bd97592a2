using System.Net;
using Polly.Timeout;
using Refit;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Converts Refit's responses to outcomes.</summary>
internal static class CloudonixAnswers
{
    private const int LongestReason = 200;

    /// <summary>For writes, whose response body does not matter; 404 counts as deleted.</summary>
    public static async Task<CloudonixOutcome<Done>> OutcomeAsync(this Task<IApiResponse> call)
    {
        using var answer = await call;
        var isGone = answer.StatusCode == HttpStatusCode.NotFound && answer.RequestMessage?.Method == HttpMethod.Delete;
        return answer.IsSuccessStatusCode || isGone ? default(Done) : Error(answer);
    }

    public static async Task<CloudonixOutcome<T>> OutcomeAsync<T>(this Task<IApiResponse<T>> call)
        where T : class
    {
        using var answer = await call;
        return answer is { IsSuccessful: true, Content: { } value } ? CloudonixOutcome<T>.From(value) : Error(answer);
    }

    /// <summary>For lists; 404 may mean an empty list (docs/cloudonix.md).</summary>
    public static async Task<CloudonixOutcome<IReadOnlyList<T>>> OutcomeAsync<T>(this Task<IApiResponse<IReadOnlyList<T>>> call)
    {
        using var answer = await call;
        if (answer.StatusCode == HttpStatusCode.NotFound) return CloudonixOutcome<IReadOnlyList<T>>.From([]);
        return answer is { IsSuccessful: true, Content: { } list } ? CloudonixOutcome<IReadOnlyList<T>>.From(list) : Error(answer);
    }

    private static CloudonixError Error(IApiResponse answer) => answer.StatusCode switch {
        null => new(Fault(answer.Error?.InnerException)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(CloudonixErrorKind.NotAuthorised, Reason(answer)),
        HttpStatusCode.NotFound => new(CloudonixErrorKind.NotFound, Reason(answer)),
        HttpStatusCode.TooManyRequests => new(CloudonixErrorKind.RateLimited, Reason(answer)),
        HttpStatusCode.RequestTimeout => new(CloudonixErrorKind.TimedOut, Reason(answer)),
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new(CloudonixErrorKind.Rejected, Reason(answer)),
        >= HttpStatusCode.InternalServerError => new(CloudonixErrorKind.Unavailable, Reason(answer)),
        _ => new(CloudonixErrorKind.Unreadable, Reason(answer)),
    };

    private static CloudonixErrorKind Fault(Exception? fault) => fault switch {
        TimeoutRejectedException => CloudonixErrorKind.TimedOut,
        HttpRequestException tooLong when BoundedAnswers.IsTooLong(tooLong) => CloudonixErrorKind.Unreadable,
        _ => CloudonixErrorKind.Unavailable,
    };

    /// <summary>What Cloudonix says about a refusal: short, on one line and without the key; empty unless it is JSON.</summary>
    private static string Reason(IApiResponse answer)
    {
        var text = Message((answer.Error as ApiException)?.Content ?? "");
        if (answer.RequestMessage?.Headers.Authorization?.Parameter is { Length: > 0 } key)
            text = text.Replace(key, "***", StringComparison.OrdinalIgnoreCase);
        var line = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return line.Length > LongestReason ? line[..LongestReason] : line;
    }

    private static string Message(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? Text(root, "message") ?? Text(root, "error") ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
