using System.Collections.Frozen;

namespace Opbx.Core.Document.Integrations;

/// <summary>Forbids request headers that the connection, the signature or cloud metadata services depend on.</summary>
public static class HeaderRules
{
    private static readonly FrozenSet<string> Denied = new[]
    {
        "host", "te", "trailer", "upgrade", "connection", "keep-alive", "expect", "via", "forwarded", "cookie", "cookie2", "set-cookie",
            "user-agent", "authorization",
        "transfer-encoding", "metadata", "metadata-flavor", "allow", "expires", "last-modified",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DeniedBeginnings =
        ["content-", "proxy-", "x-forwarded-", "webhook-", "opbx-", "x-aws-ec2-metadata-", "x-google-", "x-ms-"];

    /// <summary>Why the header is refused; null when it is allowed.</summary>
    public static string? Refusal(string name, string? value)
    {
        if (string.Equals(name, "authorization", StringComparison.OrdinalIgnoreCase))
            return "Use the authentication settings instead of this header.";
        if (Denied.Contains(name) || DeniedBeginnings.Any(b => name.StartsWith(b, StringComparison.OrdinalIgnoreCase)))
            return "This header cannot be set.";
        return CanBeSent(name, value ?? "x") ? null : "This header cannot be sent with this value.";
    }

    /// <summary>Whether the header passes the strict checks that are repeated when it is sent.</summary>
    private static bool CanBeSent(string name, string value)
    {
        using var message = new HttpRequestMessage();
        try
        {
            message.Headers.Add(name, value);
            return true;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
