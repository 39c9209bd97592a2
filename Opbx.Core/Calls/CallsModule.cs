using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;

namespace Opbx.Core.Calls;

/// <summary>Registers this feature.</summary>
public static class CallsModule
{
    /// <summary>Inbox, call log and live calls.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SubscriberLookup>((_, _) => null);
        services.AddSingleton<CallInbox>();
        services.AddSingleton<CallDirectory>();
        services.AddSingleton<ICallJournal, CallJournal>();
        services.AddSingleton<CallBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<CallBoard>());
        return services;
    }
}
