using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Access;

/// <summary>Registers this feature.</summary>
public static class AccessModule
{
    /// <summary>Users, API keys, organizations and the set-up.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyIndex>();
        services.AddSingleton(_ => new HashingGate());
        services.AddSingleton<DummyHash>();
        return services;
    }
}
