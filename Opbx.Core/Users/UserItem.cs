using Opbx.Core.Permissions;

namespace Opbx.Core.Users;

/// <summary>A user as shown in lists.</summary>
/// <param name="Active">Whether the person may sign in.</param>
/// <param name="Invited">Whether the person has not chosen a password yet.</param>
/// <param name="Locked">Whether there were too many wrong passwords in the last minutes.</param>
/// <param name="SecondFactor">Whether signing in with the password also requires a code.</param>
/// <param name="IsPlatformAdmin">Whether the person also runs the installation.</param>
public sealed record UserItem(Guid Id, string Email, string Name, Role Role, bool Active, string? Extension, bool Invited, bool Locked,
    DateTimeOffset CreatedAt, Guid? PbxId, DateTimeOffset? LastSignInAt, bool SecondFactor, bool IsPlatformAdmin)
{
    internal static UserItem From(User user, bool locked = false) =>
        new(user.Id, user.Email!, user.DisplayName, user.Role, user.Active, user.Extension, user.PasswordHash is null, locked,
            user.CreatedAt, user.PbxId, user.LastSignInAt, user.TwoFactorEnabled, user.IsPlatformAdmin);
}
