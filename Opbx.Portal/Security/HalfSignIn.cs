using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;

namespace Opbx.Portal.Security;

/// <summary>Remembers for some minutes in a cookie whose password was right while the second step is not done. It opens no page.</summary>
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

    /// <summary>Whose password was right; null when that is too long ago, or the person was changed since.</summary>
    public async Task<User?> FindAsync()
    {
        var kept = await http.HttpContext!.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (kept.Principal?.FindFirstValue(ClaimTypes.Name) is not { } id || await users.FindByIdAsync(id) is not { } user) return null;
        return kept.Principal.FindFirstValue(Stamp) == user.SecurityStamp && await signIn.CanSignInAsync(user) ? user : null;
    }

    /// <summary>The person as stored now.</summary>
    public Task<User?> ReadAsync(Guid userId) => users.FindByIdAsync(userId.ToString());

    /// <summary>The second step is done.</summary>
    public Task ClearAsync() => http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
