namespace Opbx.Portal.Api;

/// <summary>The group in which every resource of the REST API lies.</summary>
public static class ApiGroup
{
    public const string Prefix = "/api/v1";

    /// <summary>Problem details, the description, and what endpoints share.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddApiDescription()
        .AddSingleton<ApiBudget>();

    /// <summary>Maps the group: an API key is needed, cookies are not taken.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder app) => app.MapGroup(Prefix)
        .RequireAuthorization()
        .DisableAntiforgery()
        .AddEndpointFilter<RouteGroupBuilder, ApiLimit>()
        .AddEndpointFilter<RouteGroupBuilder, QueryFlags>();
}
