using Opbx.Core.Pbxs;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Remembers what came to the endpoints of a PBX and how it was answered; unknown addresses are nobody's.</summary>
internal sealed class ReceivedFilter(EndpointKeys keys, ReceivedMessages messages, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var began = clock.GetTimestamp();
        var result = await next(context);
        var request = context.HttpContext.Request;
        if (request.RouteValues["path"] is string path && keys.Find(path) is { } owner)
        {
            var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
            messages.Add(owner.PbxId,
                new ReceivedMessage(clock.GetUtcNow(), request.Path.Value!.Split('/')[^1], status,
                    (int)clock.GetElapsedTime(began).TotalMilliseconds));
        }
        return result;
    }
}
