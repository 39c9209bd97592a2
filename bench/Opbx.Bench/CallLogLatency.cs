using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Permissions;
using Opbx.Core.Retention;
using Opbx.Core.Routing;

namespace Opbx.Bench;

/// <summary>
/// How long the call log takes at a million calls, through the same class that page and API use; beside each the same question in the way
/// that needs no
/// thought (skip and count, conditions within texts), on the same file in the same run.
/// </summary>
internal static class CallLogLatency
{
    private const int Runs = 15;
    private const int PageSize = 25;
    private static readonly Actor Owner = new(BenchStore.Pbx, Role.Owner, "owner", ActorSource.Api);

    public static async Task RunAsync()
    {
        await using var store = await BenchStore.OpenAsync();
        var watch = Stopwatch.StartNew();
        await MillionCalls.StoreAsync(store);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{MillionCalls.Count:N0} calls stored in {watch.Elapsed.TotalSeconds:N0} s, {store.Bytes / 1e6:N0} MB; medians of " +
                    $"{Runs} (the worst)"));
        var caller = MillionCalls.Caller(4711);
        await CompareAsync("first page", () => OursAsync(store, new CallQuery()), () => PlainAsync(store, c => c, 0));
        var place = await PlaceAsync(store, 499 * PageSize);
        await CompareAsync("page 500", () => OursAsync(store, new CallQuery { Cursor = place }),
            () => PlainAsync(store, c => c, 499 * PageSize));
        await CompareAsync("whole number", () => OursAsync(store, new CallQuery { Number = caller }),
            () => PlainAsync(store, Number(CallTexts.Digits(caller)), 0));
        await CompareAsync("last five digits", () => OursAsync(store, new CallQuery { Number = caller[^5..] }),
            () => PlainAsync(store, Number(caller[^5..]), 0));
        await CompareAsync("own number", () => OursAsync(store, new CallQuery { Number = MillionCalls.OwnNumber }),
            () => PlainAsync(store, Number(MillionCalls.OwnNumber[1..]), 0));
        await CompareAsync("number nobody has", () => OursAsync(store, new CallQuery { Number = "98765432" }),
            () => PlainAsync(store, Number("98765432"), 0));
        await CompareAsync("extension", () => OursAsync(store, new CallQuery { Extension = "1042" }),
            () => PlainAsync(store, calls => calls.Where(c => c.Extensions.Contains("|1042|")), 0));
        await CompareAsync("missed", () => OursAsync(store, new CallQuery { Disposition = Disposition.Missed }),
            () => PlainAsync(store, calls => calls.Where(c => c.Disposition == Disposition.Missed), 0));
        await CompareAsync("internal", () => OursAsync(store, new CallQuery { Direction = CallDirection.Internal }),
            () => PlainAsync(store, calls => calls.Where(c => c.Direction == CallDirection.Internal), 0));
        await PruneAsync(store);
    }

    private static Func<IQueryable<Call>, IQueryable<Call>> Number(string digits) => calls =>
        calls.Where(c => c.FromDigits.Contains(digits) || c.ToDigits.Contains(digits));

    private static async Task OursAsync(BenchStore store, CallQuery query)
    {
        var page = await store.Log.PartAsync(Owner, BenchStore.Pbx, query with { Limit = PageSize }, default);
        if (!page.Ok) throw new InvalidOperationException(page.Failure.Message);
    }

    private static async Task PlainAsync(BenchStore store, Func<IQueryable<Call>, IQueryable<Call>> filter, int skip)
    {
        await using var db = store.Database.OpenFor(BenchStore.Pbx);
        var matching = filter(db.Calls.AsNoTracking().Where(c => c.PbxId == BenchStore.Pbx));
        await matching.CountAsync();
        await matching.OrderByDescending(c => c.SortKey).Skip(skip).Take(PageSize).Select(CallSummary.Columns).ToListAsync();
    }

    private static async Task<CallCursor> PlaceAsync(BenchStore store, int skip)
    {
        await using var db = store.Database.OpenFor(BenchStore.Pbx);
        return new CallCursor(await db.Calls.OrderByDescending(c => c.SortKey).Skip(skip).Select(c => c.SortKey).FirstAsync());
    }

    private static async Task CompareAsync(string name, Func<Task> ours, Func<Task> plain)
    {
        var one = await TimesAsync(ours, Runs);
        var other = await TimesAsync(plain, 3);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{name,-18} {one[Runs / 2],8:N1} ms ({one[^1]:N1})   plain {other[1],8:N0} ms   ratio {other[1] / one[Runs / 2],7:N0}"));
    }

    private static async Task<List<double>> TimesAsync(Func<Task> read, int runs)
    {
        await read();
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await read();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return [.. times.Order()];
    }

    /// <summary>How long one batch of retention holds the writer.</summary>
    private static async Task PruneAsync(BenchStore store)
    {
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await store.Writer.WriteAsync(
                new PruneWrite((db, cancel) => Batches.CallsAsync(db, DateTimeOffset.MaxValue.AddYears(-7000), cancel)));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{"pruning " + Batches.Calls + " calls",-18} {times[Runs / 2],8:N1} ms ({times[^1]:N1})"));
    }
}
