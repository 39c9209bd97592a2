using Microsoft.AspNetCore.Identity;
using Opbx.Portal.Http;

namespace Opbx.Portal.Security;

/// <summary>How requests authenticate: the REST API by keys only, everything else by the session cookie only.</summary>
public static class Schemes
{
    public const string ApiKey = "ApiKey";

    public static readonly string Cookie = IdentityConstants.ApplicationScheme;

    internal const string ByPath = "ByPath";

    internal static string For(HttpContext context) => ProgramPaths.IsApi(context, StringComparison.OrdinalIgnoreCase) ? ApiKey : Cookie;
}
