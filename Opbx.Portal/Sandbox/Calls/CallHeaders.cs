using System.Security.Cryptography;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>The headers of the platform's requests.</summary>
internal static class CallHeaders
{
    /// <summary>Only the authorization, as in events.</summary>
    public static Dictionary<string, string> Bearer(SandboxDomain domain)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["User-Agent"] = "Cloudonix APP.Core/5.3.673" };
        if (domain.Bearer is { } bearer) headers["Authorization"] = "Bearer " + Printable(bearer);
        return headers;
    }

    public static Dictionary<string, string> Voice(SandboxCall call, SandboxDomain domain)
    {
        var headers = Bearer(domain);
        headers["X-CX-APIKey"] = "XI" + domain.Uuid.ToString("N").ToUpperInvariant();
        headers["X-CX-Domain"] = domain.Name;
        headers["X-CX-Session"] = call.Token;
        headers["X-CX-From"] = Printable(call.Start.From);
        headers["X-CX-To"] = Printable(call.Start.To);
        headers["X-CX-StageId"] = RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (call.Start.Direction == SandboxDirection.Subscriber) headers["X-CX-Source"] = "SUBSCRIBER";
        return headers;
    }

    private static string Printable(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
