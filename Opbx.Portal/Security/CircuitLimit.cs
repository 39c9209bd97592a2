using System.Threading.RateLimiting;

namespace Opbx.Portal.Security;

/// <summary>Limits the circuits of one person and one address: a connection counts while its request lasts.</summary>
internal sealed class CircuitLimit(RequestDelegate next) : IDisposable
{
    public const int OfPerson = 50;
    /// <summary>Open pages from one address; a whole office may share it.</summary>
    public const int OfAddress = 300;

    private const int RetryAfter = 10;
    private readonly PartitionedRateLimiter<HttpContext> _open = PartitionedRateLimiter.CreateChained(
        Limit(OfPerson, context => context.User.ToActor()?.UserId?.ToString() ?? ""),
        Limit(OfAddress, context => context.Connection.RemoteIpAddress?.ToString() ?? ""));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsConnection(context.Request))
        {
            await next(context);
            return;
        }
        using var place = await _open.AcquireAsync(context, 1, context.RequestAborted);
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => _open.Dispose();

    /// <summary>Only what stays open: a socket, or a poll that waits.</summary>
    private static bool IsConnection(HttpRequest request) => request.Path.StartsWithSegments("/_blazor", out var rest) && !rest.HasValue
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsConnect(request.Method));

    private static PartitionedRateLimiter<HttpContext> Limit(int most, Func<HttpContext, string> key) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
        context => key(context) is { Length: 0 } nobody ? RateLimitPartition.GetNoLimiter(nobody)
            : RateLimitPartition.GetConcurrencyLimiter(key(context),
                _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }), StringComparer.Ordinal);
}
