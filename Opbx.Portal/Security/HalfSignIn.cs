using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;

namespace Opbx.Portal.Security;

/// <summary>A short-lived cookie for a person whose password was right before the second step is done. It opens no page.</summary>
public sealed class HalfSignIn(IHttpContextAccessor http, UserManager<User> users, SignInManager<User> signIn)
{
    private const string Stamp = "opbx:stamp";

    public Task SaveAsync(User user)
    {
        var identity =
            new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString()), new Claim(Stamp, user.SecurityStamp ?? "")],
                IdentityConstants.TwoFactorUserIdScheme);
        return http.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Null when it was too long ago, or the person was changed since.</summary>
    public async Task<User?> FindAsync()
    {
        var kept = await http.HttpContext!.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (kept.Principal?.FindFirstValue(ClaimTypes.Name) is not { } id || await users.FindByIdAsync(id) is not { } user) return null;
        return kept.Principal.FindFirstValue(Stamp) == user.SecurityStamp && await signIn.CanSignInAsync(user) ? user : null;
    }

    public Task<User?> ReadAsync(Guid userId) => users.FindByIdAsync(userId.ToString());
    public Task ClearAsync() => http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
