using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Dashboard;
using Opbx.Portal.Features.Extensions;
using Opbx.Portal.Features.Integrations;
using Radzen;

namespace Opbx.Portal.Shell;

public static class ComponentsModule
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddScoped<PageScript>();
        services.AddScoped<Confirm>();
        services.AddScoped<Toasts>();
        services.AddScoped<ObjectPages>();
        services.AddSingleton<PhoneStates>();
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<IntegrationEditor>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Every page and the static files. The fallback policy requires a signed-in person on all pages but the open ones.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
