namespace Opbx.Portal.Security;

/// <summary>The key in <c>Authorization: Bearer</c>.</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Accepts any spelling of the header; null when there is no key, or more than one.</summary>
    public static string? Read(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        return sent.Count == 1 && sent[0] is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim() : null;
    }
}
