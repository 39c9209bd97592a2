using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Opbx.Core.Persistence;

/// <summary>Migrates the database before the port opens.</summary>
public sealed class DatabaseStartUp(Database store, IOptions<DatabaseOptions> options, IOptions<PortalOptions> portal,
    DataDirectoryLock folderLock, TimeProvider clock, ILogger<DatabaseStartUp> logger)
{
    /// <exception cref="StartUpRefusedException">Another process owns the data folder, or the store cannot be used as it is.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await (options.Value.Provider switch {
                DatabaseProvider.Sqlite => RunSqliteAsync(cancel),
                DatabaseProvider.Postgres => RunPostgresAsync(cancel),
            });
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
        {
            logger.Unusable(fault);
            throw new StartUpRefusedException(
                $"The database cannot be used: {fault.Message.TrimEnd('.')}. Look at the settings and the log; copies made before " +
                    "upgrades are in the folder backups.");
        }
    }

    private async Task RunSqliteAsync(CancellationToken cancel)
    {
        folderLock.Acquire(portal.Value.DataDirectory);
        await using var schema = store.OpenUnrestricted();
        var file = new SqliteFile(schema.Database.GetConnectionString()!, portal.Value.DataDirectory, clock);
        await file.PrepareAsync(cancel);
        await file.ClearStaleLockAsync(cancel);
        var pending = await PendingAsync(schema, cancel);
        if (pending.Count > 0 && await file.HasTablesAsync(cancel)) logger.BackedUp(await file.BackUpAsync(cancel));
        await MigrateAsync(schema, pending, cancel);
    }

    private async Task RunPostgresAsync(CancellationToken cancel)
    {
        await using var schema = store.OpenUnrestricted();
        await MigrateAsync(schema, await PendingAsync(schema, cancel), cancel);
    }

    private static async Task<List<string>> PendingAsync(OpbxDbContext schema, CancellationToken cancel)
    {
        var known = schema.Database.GetMigrations().ToList();
        var applied = (await schema.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var foreign = applied.Except(known, StringComparer.Ordinal).ToList();
        if (foreign.Exists(id => string.CompareOrdinal(id, known[0]) < 0))
            throw new StartUpRefusedException(
                "This database was made by a preview of OPBX, which had other tables. Start the preview once more, download the " +
                    "configuration of each phone system there (page Configuration, with secrets), then start this release with an " +
                    "empty data folder or database and import it. Calls and messages do not come along.");
        if (foreign.Count > 0)
            throw new StartUpRefusedException(
                $"The database was used by a newer release of OPBX, which this one does not know ({foreign[^1]}). Start that release, or " +
                    "put back a copy from the folder backups.");
        return [.. known.Except(applied, StringComparer.Ordinal)];
    }

    private async Task MigrateAsync(OpbxDbContext schema, List<string> pending, CancellationToken cancel)
    {
        if (pending.Count == 0) return;
        logger.Migrating(pending.Count, pending[^1]);
        await schema.Database.MigrateAsync(cancel);
    }
}
