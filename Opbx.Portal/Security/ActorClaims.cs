using System.Security.Claims;
using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>Converts an <see cref="Actor"/> to the claims of a session or a request, and back.</summary>
internal static class ActorClaims
{
    private const string Organization = "opbx:organization";
    private const string Extension = "opbx:extension";
    private const string Source = "opbx:source";
    private const string Platform = "opbx:platform";
    private const string Grant = "opbx:acting";
    private const string ActsFor = "opbx:acting-for";
    private const string Reason = "opbx:acting-reason";
    private const string Until = "opbx:acting-until";
    private const int LongestPerson = 140;

    private static readonly string[] OfPerson = [ClaimTypes.Name, ClaimTypes.Role, Organization, Extension, Source, Platform];

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
        if (actor.Own is { } own) identity.AddClaim(new Claim(Extension, $"{own.PbxId}/{own.Number}"));
        if (actor.IsPlatformAdmin) identity.AddClaim(new Claim(Platform, "yes"));
    }

    /// <summary>The session as an owner of the organization. Person and stamp stay for revalidation; platform admin rights do
    /// not.</summary>
    public static ClaimsPrincipal ActFor(ClaimsPrincipal session, Actor person, ActingGrant grant)
    {
        var own = (ClaimsIdentity)session.Identity!;
        var identity =
            new ClaimsIdentity(own.Claims.Where(c => !OfPerson.Contains(c.Type)), own.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        var name = person.Name.Length <= LongestPerson ? person.Name : person.Name[..LongestPerson];
        identity.AddClaim(new Claim(ClaimTypes.Name, $"{name} acting for {grant.Organization}"));
        Describe(identity, new Actor(grant.OrganizationId, Role.Owner, "", ActorSource.Portal));
        identity.AddClaim(new Claim(Grant, grant.Id.ToString()));
        identity.AddClaim(new Claim(ActsFor, grant.Organization));
        identity.AddClaim(new Claim(ClaimTypes.Actor, grant.Person));
        identity.AddClaim(new Claim(Reason, grant.Reason));
        identity.AddClaim(new Claim(Until, grant.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(Organization), out var organization)
            || !Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            || !Enum.TryParse<ActorSource>(principal.FindFirstValue(Source), out var source)) return null;
        var acting = ToActing(principal);
        Guid? user = acting is null && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
        return new Actor(organization, role, principal.Identity.Name
            ?? "", source, ToOwn(principal.FindFirstValue(Extension)), user, principal.HasClaim(Platform, "yes")) { Acting = acting };
    }

    // Cookies of the previous release contain only the number; they are renewed within a minute and then include the PBX.
    private static OwnExtension? ToOwn(string? claim) =>
        claim?.Split('/') is [var pbx, { Length: > 0 } number] && Guid.TryParse(pbx, out var id) ? new OwnExtension(id, number) : null;

    private static ActingFor? ToActing(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Grant), out var grant)
            && long.TryParse(principal.FindFirstValue(Until), CultureInfo.InvariantCulture, out var until)
            ? new ActingFor(grant, principal.FindFirstValue(ActsFor) ?? "", principal.FindFirstValue(ClaimTypes.Actor)
            ?? "", principal.FindFirstValue(Reason) ?? "", DateTimeOffset.FromUnixTimeMilliseconds(until))
            : null;
}
