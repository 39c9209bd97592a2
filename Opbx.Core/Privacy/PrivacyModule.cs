using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Privacy;

/// <summary>Registers this feature.</summary>
public static class PrivacyModule
{
    /// <summary>Personal data on request.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<PersonalDataFinder>()
        .AddSingleton<PersonalDataEraser>();
}
