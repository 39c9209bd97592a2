using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>The browser's grant to act for an organization; useless without the session of the person it was granted to.</summary>
internal static class ActingCookie
{
    private const string Name = "opbx-acting";

    public static Guid? Read(HttpRequest request) => Guid.TryParseExact(request.Cookies[Name], "N", out var id) ? id : null;

    public static void Set(HttpContext context, ActingGrant grant) =>
        context.Response.Cookies.Append(Name, grant.Id.ToString("N"), Options(context));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };
}
