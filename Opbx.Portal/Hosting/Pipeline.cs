using Opbx.Core.Persistence;

namespace Opbx.Portal.Hosting;

/// <summary>What happens at start, and the order of the middleware.</summary>
public static class Pipeline
{
    /// <summary>Database, bootstrap, configuration into memory; all before the port opens.</summary>
    public static async Task PrepareAsync(this WebApplication app) =>
        await app.Services.GetRequiredService<DatabaseStartUp>().RunAsync(app.Lifetime.ApplicationStopping);

    /// <summary>The middleware, outermost first.</summary>
    public static void UsePortalPipeline(this WebApplication app)
    {
    }
}
