using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Opbx.Core.Users;

namespace Opbx.Portal.Security;

/// <summary>What a session cookie says about a person.</summary>
internal sealed class SessionClaims(UserManager<User> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        ActorClaims.Describe(identity, user.ToActor());
        return identity;
    }
}
