using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Pbxs;
using Opbx.Core.Routing.State;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Accept session updates, call records and recording states. Never rate limited; 2xx only when the message is durable.</summary>
public static class CloudonixEventEndpoints
{
    private const int RetryAfterSeconds = 5;

    public static void MapCloudonixEvents(this IEndpointRouteBuilder app)
    {
        var hooks = app.MapGroup("/hooks/{path}").AllowAnonymous().DisableAntiforgery().DisableRateLimiting().ExcludeFromDescription()
            .AddEndpointFilter<RouteGroupBuilder, ReceivedFilter>();
        foreach (var (name, source) in new[] { ("session", CallEventSource.Session), ("cdr", CallEventSource.Cdr),
            ("recording", CallEventSource.Recording) })
        {
            hooks.MapMethods(name, [HttpMethods.Post, HttpMethods.Get],
                (string path, HttpContext context, EndpointKeys keys, CallInbox inbox) =>
                    ReceiveAsync(context, keys.Open(path, BearerToken.Read(context.Request)), source, inbox));
        }
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, EndpointOwner? owner, CallEventSource source, CallInbox inbox)
    {
        if (owner is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Create(StatusCodes.Status401Unauthorized, "Unauthorized", "This address needs its own key as bearer token.");
        }
        var (body, problem) = await MessageRequest.OpenAsync(context.Request, context.RequestAborted);
        if (body is null) return problem!;
        var state = StateCodec.Read(context.Request.Query[VoiceRequest.StateName], owner.StateKeys);
        var receipt = await inbox.ReceiveAsync(owner.PbxId, owner.OrganizationId, source, body, state);
        if (receipt == Receipt.NotStored)
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return receipt switch {
            Receipt.Stored => TypedResults.Ok(),
            Receipt.NoCall => Problems.Create(StatusCodes.Status422UnprocessableEntity, "No call", "The message names no session."),
            Receipt.NotStored =>
                Problems.Create(StatusCodes.Status503ServiceUnavailable, "Not stored", "The message could not be stored. Send it again."),
        };
    }
}
