using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Log;

/// <summary>Calls that may match a query, streamed in log order. Text search is narrowed by a trigram index: on SQLite the table
/// CallSearch, whose row numbers are the calls' sort keys and which is therefore read in log order; on PostgreSQL an index on the column
/// SearchText. The exact conditions follow in <see cref="CallFilter"/>.</summary>
internal static class CallSearch
{
    private const int Letters = 3;
    private const int MostLetters = 40;

    /// <summary>The candidates; <paramref name="own"/> restricts them to the calls of one extension, if not null.</summary>
    public static IQueryable<Call> Candidates(OpbxDbContext db, Guid pbxId, CallQuery query, string? own)
    {
        var (lowest, highest) = Bounds(query);
        var newer = query.Cursor is { Newer: true };
        var texts = Texts(query, own).Where(t => t.Length >= Letters).Select(t => t[..Math.Min(t.Length, MostLetters)]).ToList();
        if (texts.Count > 0 && db.Database.IsSqlite()) return Found(db, Match(texts), lowest, highest, newer).Where(c => c.PbxId == pbxId);
        var calls = db.Calls.AsNoTracking().Where(c => c.PbxId == pbxId && c.SortKey >= lowest && c.SortKey < highest);
        foreach (var text in texts)
        {
            var like = $"%{Escape(text)}%";
            calls = calls.Where(c => EF.Functions.ILike(c.SearchText, like, "\\"));
        }
        return newer ? calls.OrderBy(c => c.SortKey) : calls.OrderByDescending(c => c.SortKey);
    }

    /// <summary>The query drives the join from the trigram index, whose order is already that of the log: nothing is sorted.</summary>
    private static IQueryable<Call> Found(OpbxDbContext db, string match, long lowest, long highest, bool newer)
    {
        var hits = db.Database.SqlQuery<Hit>($"""SELECT rowid AS "SortKey" FROM "CallSearch" WHERE "CallSearch" MATCH {match}""")
            .Where(h => h.SortKey >= lowest && h.SortKey < highest);
        var found = from hit in hits
                    from call in db.Set<Call>().AsNoTracking()
                    where call.SortKey == hit.SortKey
                    select new { hit, call };
        return (newer ? found.OrderBy(f => f.hit.SortKey) : found.OrderByDescending(f => f.hit.SortKey)).Select(f => f.call);
    }

    /// <summary>The range of sort keys.</summary>
    private static (long Lowest, long Highest) Bounds(CallQuery query)
    {
        var lowest = query.After is { } after ? CallSortKey.At(after) : 0;
        var highest = query.Before is { } before ? CallSortKey.At(before) : long.MaxValue;
        return query.Cursor switch {
            { Newer: true } cursor => (Math.Max(lowest, cursor.SortKey + 1), highest),
            { } cursor => (lowest, Math.Min(highest, cursor.SortKey)),
            null => (lowest, highest),
        };
    }

    /// <summary>Texts that must occur in the words of every call.</summary>
    private static IEnumerable<string> Texts(CallQuery query, string? own)
    {
        if (own is not null) yield return $"|{own}|";
        if (query.Extension is { } extension) yield return $"|{extension}|";
        if (query.Group is { } group) yield return CallTexts.Bar(group);
        foreach (var number in new[] { query.Number, query.From, query.To })
        {
            if (number?.Trim() is { Length: > 0 } text) yield return CallTexts.Digits(text) is { Length: > 0 } digits ? digits : text;
        }
    }

    private static string Match(IReadOnlyList<string> texts) =>
        string.Join(' ', texts.SelectMany(t => Enumerable.Range(0, t.Length - Letters + 1).Select(i => t.Substring(i, Letters)))
            .Distinct(StringComparer.Ordinal)
            .Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>A row of the index.</summary>
    private sealed record Hit(long SortKey);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
