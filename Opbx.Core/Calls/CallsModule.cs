using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Calls;

/// <summary>Registers this feature.</summary>
public static class CallsModule
{
    /// <summary>Inbox, call log and live calls.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services) => services;
}
