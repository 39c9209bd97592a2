namespace Opbx.Portal.Hosting;

/// <summary>Health of the process and of what it depends on.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
    }
}
