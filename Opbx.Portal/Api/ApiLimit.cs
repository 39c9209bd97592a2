using Opbx.Portal.Security;

namespace Opbx.Portal.Api;

/// <summary>Counts a key's requests, reports the rest in headers, and answers 429 when none are left.</summary>
internal sealed class ApiLimit(ApiBudget budget) : IEndpointFilter
{
    private const int RetryAfter = 1;
    private static readonly string Policy =
        string.Create(CultureInfo.InvariantCulture, $"\"key\";q={ApiBudget.Most};w={(int)ApiBudget.Window.TotalSeconds}");

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var left = budget.TryAcquire(BearerToken.Read(context.HttpContext.Request) ?? "");
        var headers = context.HttpContext.Response.Headers;
        headers["RateLimit-Policy"] = Policy;
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"key\";r={left ?? 0};t={RetryAfter}");
        if (left is not null) return next(context);
        headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult<object?>(
            Problems.Create(StatusCodes.Status429TooManyRequests, "Too many requests",
                $"A key may make {ApiBudget.Most:N0} requests a minute. Wait a second, then go on more slowly."));
    }
}
