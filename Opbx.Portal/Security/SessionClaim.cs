using System.Security.Claims;

namespace Opbx.Portal.Security;

/// <summary>The session that a cookie belongs to, as a claim.</summary>
public static class SessionClaim
{
    private const string Type = "opbx:session";

    public static Claim Create(Guid id) => new(Type, id.ToString());

    /// <summary>The session of whoever is signed in; null when nobody is.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Type), out var id) ? id : null;

    /// <summary>Takes the session over into claims that were made anew.</summary>
    internal static void Copy(ClaimsPrincipal? from, ClaimsPrincipal? to)
    {
        if (from?.SessionId() is { } id && to?.Identity is ClaimsIdentity identity) identity.AddClaim(Create(id));
    }
}
