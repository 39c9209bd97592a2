using Opbx.Core.Pbxs;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Records requests to a PBX's endpoints and their responses; unknown paths are ignored.</summary>
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
