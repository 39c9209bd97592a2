using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Privacy;

public static class PrivacyModule
{
    /// <summary>Finding and erasing personal data on request.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<PersonalDataFinder>()
        .AddSingleton<PersonalDataEraser>();
}
