using System.Security.Claims;
using Opbx.Core.Access;

namespace Opbx.Portal.Security;

/// <summary>An <see cref="Actor"/> as claims of a session or a request, and back.</summary>
internal static class ActorClaims
{
    private const string Organization = "opbx:organization";
    private const string Extension = "opbx:extension";
    private const string Source = "opbx:source";

    public static ClaimsIdentity Identity(Actor actor, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, actor.Name));
        if (actor.UserId is { } user) identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.ToString()));
        Describe(identity, actor);
        return identity;
    }

    /// <summary>Adds what Identity does not know to a session's claims.</summary>
    public static void Describe(ClaimsIdentity identity, Actor actor)
    {
        identity.AddClaim(new Claim(Organization, actor.OrganizationId.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Role, actor.Role.ToString()));
        identity.AddClaim(new Claim(Source, actor.Source.ToString()));
        if (actor.Extension is { } extension) identity.AddClaim(new Claim(Extension, extension));
    }

    /// <summary>Whom the claims describe; null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(Organization), out var organization)
            || !Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            || !Enum.TryParse<ActorSource>(principal.FindFirstValue(Source), out var source)) return null;
        Guid? user = Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
        return new Actor(organization, role, principal.Identity.Name ?? "", source, principal.FindFirstValue(Extension), user);
    }
}
