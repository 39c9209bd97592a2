namespace Opbx.Portal.Features.CloudonixEvents;

/// <summary>The endpoints that take session updates, call records and recording states.</summary>
public static class CloudonixEventEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapCloudonixEvents(this IEndpointRouteBuilder app)
    {
    }
}
