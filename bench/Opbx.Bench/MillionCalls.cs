using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Routing;

namespace Opbx.Bench;

/// <summary>Fills the call log: 400 days of a company with 200 extensions and some 100,000 callers.</summary>
internal static class MillionCalls
{
    public const int Count = 1_000_000;
    public const string OwnNumber = "+12125550100";
    private const int Transaction = 20_000;
    private static readonly DateTimeOffset End = new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Stores them through the table's own columns, whatever these are.</summary>
    public static async Task StoreAsync(BenchStore store)
    {
        await using var db = store.CreateDbContext();
        var columns = db.Model.FindEntityType(typeof(Call))!.GetProperties().ToList();
        await using var connection = new SqliteConnection(store.Connection);
        await connection.OpenAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO \"Calls\" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES " +
                $"({string.Join(", ", columns.Select((_, i) => $"$p{i.ToString(CultureInfo.InvariantCulture)}"))})";
        foreach (var (_, i) in columns.Select((c, i) => (c, i)))
            insert.Parameters.Add(new SqliteParameter($"$p{i.ToString(CultureInfo.InvariantCulture)}", null));
        var dice = new SeededDice(1);
        for (var begin = 0; begin < Count; begin += Transaction)
        {
            await using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = begin; i < begin + Transaction; i++)
            {
                var call = Make(i, dice);
                for (var c = 0; c < columns.Count; c++) insert.Parameters[c].Value = Stored(columns[c], call) ?? DBNull.Value;
                await insert.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
    }

    /// <summary>The number of the caller of a call.</summary>
    public static string Caller(int caller) =>
        string.Create(CultureInfo.InvariantCulture, $"+1{202 + (caller % 7 * 101)}{5_550_000 + caller}");

    private static object? Stored(Microsoft.EntityFrameworkCore.Metadata.IProperty column, Call call)
    {
        var value = column.PropertyInfo!.GetValue(call);
        value = value is null ? null : column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return value is Guid id ? id.ToString().ToUpperInvariant() : value;
    }

    private static Call Make(int i, SeededDice dice)
    {
        var start = End.AddDays(-400).AddSeconds(i * (400 * 86400.0 / Count)).AddMilliseconds(dice.Roll(30_000));
        var caller = Caller(dice.Roll(100_000));
        var extension = string.Create(CultureInfo.InvariantCulture, $"{1000 + dice.Roll(200)}");
        var direction = dice.Roll(10) switch { < 6 => CallDirection.Inbound, < 9 => CallDirection.Outbound, _ => CallDirection.Internal };
        var (from, to) = direction switch {
            CallDirection.Inbound => (caller, OwnNumber),
            CallDirection.Outbound => (extension, caller),
            CallDirection.Internal => (extension, string.Create(CultureInfo.InvariantCulture, $"{1000 + dice.Roll(200)}")),
        };
        var token = i.ToString("x32", CultureInfo.InvariantCulture);
        var call = new Call {
            Id = StableId.OfCall(BenchStore.Pbx, token),
            OrganizationId = BenchStore.Pbx,
            PbxId = BenchStore.Pbx,
            Token = token,
            Direction = direction,
            From = from,
            To = to,
            FromDigits = CallTexts.Digits(from),
            ToDigits = CallTexts.Digits(to),
            PhoneNumber = direction == CallDirection.Inbound ? OwnNumber : null,
            AnsweredBy = extension,
            Extensions = $"|{extension}|",
            State = CallState.Ended,
            Disposition = (Disposition)dice.Roll(Enum.GetValues<Disposition>().Length),
            StartedAt = start,
            EndedAt = start.AddSeconds(90),
            Duration = 90,
            BillableSeconds = 70,
            Path = $"[\"{to}\",\"Office\",\"{extension}\"]",
            Facts = "{\"filler\":\"" + new string('x', 400) + "\"}",
            LastNewsAt = start.AddSeconds(90),
        };
        CallSortKey.Update(call);
        return call;
    }
}
