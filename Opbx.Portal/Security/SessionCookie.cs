using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Organizations;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;
using Opbx.Core.Users.Sessions;

namespace Opbx.Portal.Security;

/// <summary>The session cookie. The session register decides how long a session lasts.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "opbx";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionRegister.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/no-permission";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = BeginAsOneself;
        options.Events.OnSigningOut = context =>
            context.HttpContext.RequestServices.GetRequiredService<ActingFlow>().StopAsync(context.HttpContext, CancellationToken.None);
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(
                context.HttpContext.RequestServices.GetRequiredService<SetupLink>().IsNeeded ? "/setup" : context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static Task BeginAsOneself(CookieSigningInContext context)
    {
        // A new session begins as the person themselves.
        if (ActingCookie.Read(context.Request) is not null) ActingCookie.Delete(context.HttpContext);
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionRegister>();
        if (context.Principal?.SessionId() is not { } session || !await sessions.IsAliveAsync(session, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            return;
        }

        if (IsSuspended(context) || await HasEndedAsync(context))
        {
            context.RejectPrincipal();
            return;
        }

        sessions.Seen(session);
        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Nobody can work for a suspended organization; sessions continue when it is active again.</summary>
    private static bool IsSuspended(CookieValidatePrincipalContext context) =>
        context.Principal?.ToActor() is { } actor && context.HttpContext.RequestServices.GetRequiredService<SuspendedOrganizations>()
            .Contains(actor.OrganizationId);

    /// <summary>People changed since the cookie was issued are checked now, everybody else once a minute.</summary>
    private static async Task<bool> HasEndedAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        return Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            && services.GetRequiredService<SessionEnds>().LastOf(person) is { } changed
            && context.Properties.IssuedUtc <= changed
            && await services.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(context.Principal) is null;
    }
}
