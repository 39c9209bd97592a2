namespace Opbx.Core.Users;

/// <summary>Links by which an invited person chooses a password: valid for a day, or an hour when there is one already, until the password
/// is set or another link is made.</summary>
public sealed class InvitationLinks(SecretProtector protector, PublicAddress address, TimeProvider clock)
{
    private const string Purpose = "User.Invitation";

    public static readonly TimeSpan InvitationValidity = TimeSpan.FromHours(24);

    /// <summary>How long a link to choose another password is valid.</summary>
    public static readonly TimeSpan ResetValidity = TimeSpan.FromHours(1);

    /// <summary>The full link of a person; the security stamp in it makes it end with the person's next change.</summary>
    internal string Create(User user)
    {
        var until = clock.GetUtcNow().Add(user.PasswordHash is null ? InvitationValidity : ResetValidity).ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        return address.For(
            $"/invitation?token={Uri.EscapeDataString(protector.Protect(Purpose, $"{user.Id}|{until}|{user.SecurityStamp}"))}");
    }

    /// <summary>The person and the stamp of a token that is in time; null for every other text.</summary>
    internal (Guid UserId, string Stamp)? Read(string? token) =>
        protector.Unprotect(Purpose, token)?.Split('|') is [var user, var until, var stamp]
        && Guid.TryParse(user, out var id)
        && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow().ToUnixTimeSeconds() <= seconds
            ? (id, stamp)
            : null;
}
