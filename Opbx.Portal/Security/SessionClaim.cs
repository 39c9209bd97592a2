using System.Security.Claims;

namespace Opbx.Portal.Security;

/// <summary>The session that a cookie belongs to, as a claim.</summary>
public static class SessionClaim
{
    private const string Type = "opbx:session";

    public static Claim Create(Guid id) => new(Type, id.ToString());

    /// <summary>Null when nobody is signed in.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Type), out var id) ? id : null;

    /// <summary>Copies the session to renewed claims.</summary>
    internal static void Copy(ClaimsPrincipal? from, ClaimsPrincipal? to)
    {
        if (from?.SessionId() is { } id && to?.Identity is ClaimsIdentity identity) identity.AddClaim(Create(id));
    }
}
