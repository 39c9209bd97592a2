namespace Opbx.Portal.Features.Api;

/// <summary>The REST API.</summary>
public static class ApiModule
{
    /// <summary>Problem details, the OpenAPI document and what endpoints share.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    /// <summary>Every resource below <c>/api/v1</c>.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
    }
}
