using Microsoft.Data.Sqlite;

namespace Opbx.Core.Persistence;

/// <summary>The database file: its layout, its backups, and leftovers of a killed process.</summary>
internal sealed class SqliteFile(string connectionString, string dataDirectory, TimeProvider clock)
{
    private const int BackupsKept = 5;
    private const int Incremental = 2;
    private const string Unfinished = ".part";

    public async Task<bool> HasTablesAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await ScalarAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'", cancel) is not "0";
    }

    /// <summary>Configures a new file so that pruning can free space, and so that readers and the writer do not block each other.</summary>
    /// <exception cref="StartUpRefusedException">The folder's file system cannot hold a write-ahead log.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        // Only has an effect before anything is written, therefore before the journal mode.
        await ScalarAsync(connection, $"PRAGMA auto_vacuum = {Incremental}", cancel);
        var mode = await ScalarAsync(connection, "PRAGMA journal_mode = WAL", cancel);
        if (!string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase) && connection.DataSource is not (":memory:" or ""))
            throw new StartUpRefusedException(
                $"The database in '{dataDirectory}' cannot use write-ahead logging (journal mode is '{mode}'); put the data folder on a " +
                    "local disk.");
    }

    /// <summary>Removes EF's migration lock of a killed process; nobody else can hold it while we hold the folder.</summary>
    public async Task ClearStaleLockAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        if (await ScalarAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancel) is not "0")
            await ScalarAsync(connection, "DELETE FROM \"__EFMigrationsLock\"", cancel);
    }

    /// <summary>Copies the database to <c>backups</c>, keeps the newest few, and returns the copy's path.</summary>
    public async Task<string> BackUpAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "backups"));
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder.FullName, $"opbx-{stamp}.db");
        await using (var source = await OpenAsync(cancel))
        await using (var copy =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path + Unfinished, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancel);
            source.BackupDatabase(copy);
            if (await ScalarAsync(copy, "PRAGMA quick_check(1)", cancel) is not "ok")
                throw new StartUpRefusedException(
                    $"The database in '{dataDirectory}' is damaged. Put back a copy from '{folder.FullName}'.");
        }

        // Only complete copies get the name by which backups are counted and found.
        File.Move(path + Unfinished, path);
        foreach (var old in folder.GetFiles("opbx-*.db").OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(BackupsKept))
            old.Delete();
        return path;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        await ScalarAsync(connection, "PRAGMA busy_timeout = 5000", cancel);
        return connection;
    }

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }
}
