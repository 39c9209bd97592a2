using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace Opbx.Portal.Security;

/// <summary>The policy for everything without its own: people must be signed in, except for the few open paths listed here.</summary>
internal sealed class SignedInUnlessOpen : AuthorizationHandler<SignedInUnlessOpen>, IAuthorizationRequirement
{
    // Pages for people without a session, health, static files, and endpoints with their own keys.
    private static readonly string[] Open =
        ["/sign-in", "/setup", "/invitation", "/no-permission", "/not-found", "/healthz", "/hooks", "/prompt-audio", "/sandbox/api",
            "/_framework", "/_content", "/openapi", "/favicon.ico"];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SignedInUnlessOpen requirement)
    {
        if (context.User.ToActor() is not null || context.Resource is HttpContext request && IsOpen(request)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || Array.Exists(Open, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
