using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Access;
using Opbx.Core.Access.Organizations;

namespace Opbx.Portal.Security;

/// <summary>The session cookie: one hour without use, twelve hours at most.</summary>
internal static class SessionCookie
{
    private const string StartedAt = "opbx.started";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "opbx";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(60);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/no-permission";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = RememberStart;
        options.Events.OnSigningOut = context => context.HttpContext.RequestServices.GetRequiredService<ActingFlow>().StopAsync(context.HttpContext, CancellationToken.None);
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(context.HttpContext.RequestServices.GetRequiredService<SetupLink>().IsNeeded ? "/setup" : context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static Task RememberStart(CookieSigningInContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        // Whoever signs in begins as themselves.
        if (ActingCookie.Read(context.Request) is not null) ActingCookie.Forget(context.HttpContext);
        context.Properties.Items.TryAdd(StartedAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!long.TryParse(context.Properties.Items.TryGetValue(StartedAt, out var text) ? text : null, CultureInfo.InvariantCulture, out var seconds)
            || now - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest)
        {
            context.RejectPrincipal();
            return;
        }

        if (IsSuspended(context) || await HasEndedAsync(context))
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Nobody works for an organization that is out of service; sessions go on when it is in service again.</summary>
    private static bool IsSuspended(CookieValidatePrincipalContext context) =>
        context.Principal?.ToActor() is { } actor && context.HttpContext.RequestServices.GetRequiredService<SuspendedOrganizations>().Contains(actor.OrganizationId);

    /// <summary>Whoever was changed since the cookie was made is looked at now; everybody else once a minute.</summary>
    private static async Task<bool> HasEndedAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        return Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            && services.GetRequiredService<SessionEnds>().LastOf(person) is { } changed
            && context.Properties.IssuedUtc <= changed
            && await services.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(context.Principal) is null;
    }
}
