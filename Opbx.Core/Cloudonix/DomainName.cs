using System.Text.RegularExpressions;

namespace Opbx.Core.Cloudonix;

/// <summary>Domain names are written and compared in lower case, without a trailing dot (docs/cloudonix.md).</summary>
public static partial class DomainName
{
    public const string Rule = "A domain looks like acme.cloudonix.net.";

    /// <summary>The normalized name; null when the text is not a domain name.</summary>
    public static string? Parse(string? text)
    {
        var name = (text ?? "").Trim().TrimEnd('.').ToLowerInvariant();
        return name.Length <= 253 && Pattern().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
