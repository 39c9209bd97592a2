namespace Opbx.Core.Persistence;

/// <summary>Brings the database to the present schema before the port opens.</summary>
public sealed class DatabaseStartUp(Database database)
{
    /// <summary>Creates or upgrades the schema.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        await db.Database.EnsureCreatedAsync(cancel);
    }
}
