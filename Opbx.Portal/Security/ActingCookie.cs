using Opbx.Core.Users.Acting;

namespace Opbx.Portal.Security;

/// <summary>By this cookie a browser knows its grant to act for an organization. It opens nothing by itself: only the session of the person
/// whom the grant belongs to can use it.</summary>
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
