namespace Opbx.Portal.Api;

public static class ApiGroup
{
    public const string Prefix = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddApiDescription()
        .AddSingleton<ApiBudget>();

    /// <summary>Requires an API key; cookies are not accepted.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder app) => app.MapGroup(Prefix)
        .RequireAuthorization()
        .DisableAntiforgery()
        .AddEndpointFilter<RouteGroupBuilder, ApiLimit>()
        .AddEndpointFilter<RouteGroupBuilder, QueryFlags>();
}
