using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;
using Opbx.Core.Users.Sessions;

namespace Opbx.Portal.Security;

/// <summary>Identity's sign-in, for active people of active organizations only; also used to revalidate sessions.</summary>
internal sealed class PortalSignIn(UserManager<User> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<User>> log, IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation, Database database, SessionRegister sessions)
    : SignInManager<User>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(User user)
    {
        if (!user.Active || !await base.CanSignInAsync(user)) return false;
        await using var db = database.OpenUnrestricted();
        return await db.Organizations.AnyAsync(o => o.Id == user.OrganizationId && o.Active);
    }

    public override async Task<User?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } user && await CanSignInAsync(user) && principal!.SessionId() is { } session
            && await sessions.ConfirmAsync(session, CancellationToken.None) ? user : null;
}
