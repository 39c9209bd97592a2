using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Portal.Hosting;

/// <summary>Registers this feature.</summary>
public static class Schedule
{
    /// <summary>Every Quartz job with its schedule, in one list.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services;
}
