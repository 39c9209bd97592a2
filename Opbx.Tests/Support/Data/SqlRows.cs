using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Support.Data;

/// <summary>Asks a database itself, past the model.</summary>
internal static class SqlRows
{
    /// <summary>The first column of every row, as text.</summary>
    public static async Task<List<string>> ReadAsync(this OpbxDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return rows;
    }
}
