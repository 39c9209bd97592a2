using Opbx.Core.Users.SecondFactors;

namespace Opbx.Portal.Security;

/// <summary>An authenticator app's key before the first code; part of the form, encrypted for the person.</summary>
public sealed class PendingKey(SecretProtector protector, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The key in the form while it is valid, else a new one.</summary>
    public (byte[] Key, string Carried) For(Guid userId, string? carried)
    {
        if (Read(userId, carried) is { } pending) return (pending, carried!);
        var key = AuthenticatorKeys.Create();
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (key, protector.Protect(Purpose(userId), $"{until}|{Convert.ToBase64String(key)}"));
    }

    private byte[]? Read(Guid userId, string? carried) =>
        protector.Unprotect(Purpose(userId), carried)?.Split('|') is [var until, var key]
        && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() <= seconds
            ? Convert.FromBase64String(key)
            : null;

    private static string Purpose(Guid userId) => $"User.PendingAuthenticator:{userId}";
}
