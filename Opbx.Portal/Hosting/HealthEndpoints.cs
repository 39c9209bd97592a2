using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Portal.Http;

namespace Opbx.Portal.Hosting;

/// <summary>Health of the process and its dependencies; one word each, because anyone can ask.</summary>
public static class HealthEndpoints
{
    // Many monitoring tools use HEAD.
    private static readonly string[] Asked = [HttpMethods.Get, HttpMethods.Head];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz/live", Asked, Live).AllowAnonymous().DisableHttpMetrics();
        app.MapMethods("/healthz/ready", Asked, ReadyAsync).AllowAnonymous().DisableHttpMetrics();
    }

    private static ContentHttpResult Live() => TypedResults.Text("live");

    /// <summary>The configuration is in memory before the port opens, so only the database has to be checked.</summary>
    private static async Task<ContentHttpResult> ReadyAsync(Database database, TimeProvider clock, ILoggerFactory logs,
        CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await using var db = database.OpenUnrestricted();
            await db.Organizations.AnyAsync(both.Token);
            return TypedResults.Text("ready");
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            HostingLog.DatabaseAway(logs.CreateLogger(typeof(HealthEndpoints)), failure);
            return TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
