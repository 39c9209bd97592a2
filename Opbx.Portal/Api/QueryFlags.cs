namespace Opbx.Portal.Api;

/// <summary>Switches in the query string: <c>true</c> or <c>false</c>, in any case. Anything else is refused, because it would do what
/// nobody asked for.</summary>
internal sealed class QueryFlags : IEndpointFilter
{
    /// <summary>Only tell what would change.</summary>
    public const string DryRun = "dryRun";

    public const string Secrets = "secrets";
    public const string EvenIfChanged = "evenIfChanged";

    private static readonly string[] All = [DryRun, Secrets, EvenIfChanged];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        return All.FirstOrDefault(name => query.TryGetValue(name, out var given) && !bool.TryParse(given.ToString(), out _)) is { } wrong
            ? ValueTask.FromResult<object?>(Problems.Invalid($"/{wrong}", "This is true or false."))
            : next(context);
    }
}

/// <summary>Reads switches of a request.</summary>
internal static class QueryFlag
{
    /// <summary>Whether the request says <c>true</c>.</summary>
    public static bool Says(this HttpContext context, string name) =>
        bool.TryParse(context.Request.Query[name].ToString(), out var yes) && yes;
}
