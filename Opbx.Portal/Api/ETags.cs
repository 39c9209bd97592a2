using Microsoft.Net.Http.Headers;

namespace Opbx.Portal.Api;

/// <summary>ETags guard against lost updates: an object's version in quotes.</summary>
public static class ETags
{
    public static void Set(HttpContext context, ObjectInfo info) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{info.Id:N}-{info.Version}\"");

    /// <summary>The version in If-Match for the object it names; a failure when it names another.</summary>
    public static (long? Version, Failure? Failure) Expected(HttpRequest request, ObjectInfo info)
    {
        if (request.Headers.IfMatch.Count == 0) return (null, null);
        // An unreadable If-Match matches nothing: the client wanted to be careful.
        if (request.GetTypedHeaders().IfMatch is not { Count: > 0 } tags) return (null, Failure.Stale());
        if (tags.Any(t => t.Equals(EntityTagHeaderValue.Any))) return (null, null);
        var prefix = $"\"{info.Id:N}-";
        var match = tags.Select(t => t.Tag.ToString()).FirstOrDefault(t => t.StartsWith(prefix, StringComparison.Ordinal));
        return match is not null
            && long.TryParse(match.AsSpan(prefix.Length).TrimEnd('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, null) : (null, Failure.Stale());
    }
}
