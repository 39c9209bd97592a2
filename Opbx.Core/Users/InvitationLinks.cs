namespace Opbx.Core.Users;

/// <summary>Links for choosing a password: valid for a day, or an hour when there already is one, until the password is set or
/// another link is created.</summary>
public sealed class InvitationLinks(SecretProtector protector, PublicAddress address, TimeProvider clock)
{
    private const string Purpose = "User.Invitation";

    public static readonly TimeSpan InvitationValidity = TimeSpan.FromHours(24);

    /// <summary>Validity of a link that resets a password.</summary>
    public static readonly TimeSpan ResetValidity = TimeSpan.FromHours(1);

    /// <summary>The full URL; it contains the security stamp, so that it ends with the person's next change.</summary>
    internal string Create(User user)
    {
        var until = clock.GetUtcNow().Add(user.PasswordHash is null ? InvitationValidity : ResetValidity).ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        return address.For(
            $"/invitation?token={Uri.EscapeDataString(protector.Protect(Purpose, $"{user.Id}|{until}|{user.SecurityStamp}"))}");
    }

    /// <summary>Null unless the token is valid and has not expired.</summary>
    internal (Guid UserId, string Stamp)? Read(string? token) =>
        protector.Unprotect(Purpose, token)?.Split('|') is [var user, var until, var stamp]
        && Guid.TryParse(user, out var id)
        && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() <= seconds
            ? (id, stamp)
            : null;
}
