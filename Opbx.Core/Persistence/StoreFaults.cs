using Microsoft.Data.Sqlite;
using Npgsql;

namespace Opbx.Core.Persistence;

internal static class StoreFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Whether the same write can succeed a moment later: the store is locked, or the server is temporarily away.</summary>
    public static bool PassesByItself(Exception fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            if (e is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }) return true;
            if (e is NpgsqlException { IsTransient: true }) return true;
        }
        return false;
    }
}
