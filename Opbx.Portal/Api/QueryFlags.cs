namespace Opbx.Portal.Api;

/// <summary>Flags in the query string: <c>true</c> or <c>false</c>, in any case. Anything else is refused rather than ignored.</summary>
internal sealed class QueryFlags : IEndpointFilter
{
    /// <summary>Only report what would change.</summary>
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

internal static class QueryFlag
{
    public static bool Says(this HttpContext context, string name) =>
        bool.TryParse(context.Request.Query[name].ToString(), out var yes) && yes;
}
