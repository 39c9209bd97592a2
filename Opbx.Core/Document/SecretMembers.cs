using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Document;

/// <summary>Separates an object's secrets from it before it is stored, and restores them for an export with secrets.</summary>
public static class SecretMembers
{
    public const string SipPassword = "/sipPassword";
    public const string SigningSecret = "/secret";
    /// <summary>The signing secret before the last rotation.</summary>
    public const string PreviousSigningSecret = "/secret/previous";
    /// <summary>Until when the previous signing secret is used, in Unix milliseconds.</summary>
    public const string PreviousSigningSecretUntil = "/secret/previousUntil";
    /// <summary>The password of basic authentication.</summary>
    public const string AuthPassword = "/auth/password";

    public const string AuthToken = "/auth/token";

    public static string Header(string name) => "/headers/" + name.ToLowerInvariant();

    /// <summary>The object without its secrets, and the secrets it contained, by place.</summary>
    public static (ConfiguredObject Object, IReadOnlyDictionary<string, string> Given) Split(ConfiguredObject value)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        void Collect(string place, string? secret)
        {
            if (secret is not null) given[place] = secret;
        }
        switch (value)
        {
            case UserExtension user:
                Collect(SipPassword, user.SipPassword);
                return (user with { SipPassword = null }, given);
            case Integration hook:
                Collect(SigningSecret, hook.Secret);
                Collect(AuthPassword, hook.Auth.Password);
                Collect(AuthToken, hook.Auth.Token);
                foreach (var header in hook.Headers.Where(h => h.Secret)) Collect(Header(header.Name), header.Value);
                return (hook with {
                    Secret = null,
                    Auth = hook.Auth with { Password = null, Token = null },
                    Headers = [.. hook.Headers.Select(h => h.Secret ? h with { Value = null } : h)],
                }, given);
            default:
                return (value, given);
        }
    }

    public static ConfiguredObject Fill(ConfiguredObject value, IReadOnlyDictionary<string, string> secrets) => value switch {
        UserExtension user => user with { SipPassword = secrets.GetValueOrDefault(SipPassword) },
        Integration hook => hook with {
            Secret = secrets.GetValueOrDefault(SigningSecret),
            Auth = hook.Auth with { Password = secrets.GetValueOrDefault(AuthPassword), Token = secrets.GetValueOrDefault(AuthToken) },
            Headers = [.. hook.Headers.Select(h => h.Secret ? h with { Value = secrets.GetValueOrDefault(Header(h.Name)) } : h)],
        },
        _ => value,
    };

    /// <summary>New secrets replace stored ones. Credentials never follow an integration to another host, where they could be
    /// read.</summary>
    public static IReadOnlyDictionary<string, string> Merge(ConfiguredObject? before, ConfiguredObject after,
        IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> given, DateTimeOffset now)
    {
        var merged = new Dictionary<string, string>(stored, StringComparer.Ordinal);
        if (before is Integration old && after is Integration hook)
        {
            if (Origin(old.Url) != Origin(hook.Url))
                foreach (var place in merged.Keys.Where(p => p is AuthPassword or AuthToken
                    || p.StartsWith("/headers/", StringComparison.Ordinal)).ToList()) merged.Remove(place);
            foreach (var place in merged.Keys.Where(p => p.StartsWith("/headers/", StringComparison.Ordinal)).ToList())
                if (!hook.Headers.Any(h => h.Secret && Header(h.Name) == place)) merged.Remove(place);
            if (given.TryGetValue(SigningSecret, out var secret) && stored.TryGetValue(SigningSecret, out var previous)
                && previous != secret)
            {
                merged[PreviousSigningSecret] = previous;
                merged[PreviousSigningSecretUntil] = now.AddHours(24).ToUnixTimeMilliseconds()
                    .ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
        foreach (var (place, value) in given) merged[place] = value;
        // A user name without a password means none is wanted; a password that was removed for safety stays missing.
        if (after is Integration { Auth.Type: WebhookAuthType.Basic } && before is not Integration { Auth.Type: WebhookAuthType.Basic })
            merged.TryAdd(AuthPassword, "");
        return merged;
    }

    private static string Origin(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : url;
}
