using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Portal.Security;

/// <summary>Registers this feature.</summary>
public static class SecurityModule
{
    /// <summary>Sign-in, API keys, policies, headers.</summary>
    public static IServiceCollection AddPortalSecurity(this IServiceCollection services) => services;
}
