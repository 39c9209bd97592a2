namespace Opbx.Portal.Features.Voice;

/// <summary>The endpoints that tell the platform what to do with a call.</summary>
public static class VoiceEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapVoice(this IEndpointRouteBuilder app)
    {
    }
}
