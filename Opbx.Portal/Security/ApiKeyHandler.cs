using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Opbx.Core.Users;

namespace Opbx.Portal.Security;

/// <summary>Opens the REST API to <c>Authorization: Bearer opbx_...</c>; keys in queries, cookies or other schemes are ignored.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiKeyIndex keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request) is not { } key) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(keys.Open(key) is { } actor
            ? AuthenticateResult.Success(
                new AuthenticationTicket(new ClaimsPrincipal(ActorClaims.Identity(actor, Scheme.Name)), Scheme.Name))
            : AuthenticateResult.Fail("The key is unknown, expired or revoked."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Unauthorized",
            detail: "Send an API key of this portal as Authorization: Bearer opbx_...").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Forbidden", detail: "You do not have permission for this.")
            .ExecuteAsync(Context);
}
