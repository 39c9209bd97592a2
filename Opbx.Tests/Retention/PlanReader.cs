using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Opbx.Tests.Retention;

/// <summary>Asks SQLite how it carries out every query that EF sends.</summary>
internal sealed class PlanReader(List<string> lines) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var plan = command.Connection!.CreateCommand();
        plan.Transaction = command.Transaction;
        plan.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
            plan.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter(parameter.ParameterName, parameter.Value));
        await using var reader = await plan.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) lines.Add(reader.GetString(3));
        return result;
    }
}
