using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Calls;

/// <summary>The group-commit writer: nothing lost, nobody harmed by others.</summary>
public sealed class WriterTests
{
    [Fact]
    public async Task One_bad_item_harms_no_other()
    {
        await using var bench = await CallBench.OpenAsync(running: false);
        var items = Enumerable.Range(0, 40).Select(i => new Row(i, bad: i == 17)).ToList();
        var waiting = items.Select(bench.Writer.WriteAsync).ToList();
        await bench.Writer.StartAsync(default);
        var durable = await Task.WhenAll(waiting);
        Assert.Equal([17], Enumerable.Range(0, 40).Where(i => !durable[i]));
        Assert.Equal(39, await CountAsync(bench));
        Assert.All(items, i => Assert.Equal(i.Bad ? 0 : 1, i.Told));
    }

    [Fact]
    public async Task A_locked_database_delays_and_loses_nothing()
    {
        await using var bench = await CallBench.OpenAsync();
        await using var holder = new SqliteConnection(bench.Connection);
        await holder.OpenAsync();
        await using var transaction = holder.BeginTransaction();
        var waiting = Enumerable.Range(0, 50).Select(i => bench.Writer.WriteAsync(new Row(i))).ToList();
        await Task.Delay(300);
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        await transaction.RollbackAsync();
        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.Equal(50, await CountAsync(bench));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        await using var bench = await CallBench.OpenAsync(running: false);
        var waiting = Enumerable.Range(0, GroupCommitWriter.Capacity).Select(i => bench.Writer.WriteAsync(new Row(i))).ToList();
        Assert.False(await bench.Writer.WriteAsync(new Row(GroupCommitWriter.Capacity)));
        await bench.Writer.StartAsync(default);
        Assert.All(await Task.WhenAll(waiting), Assert.True);
    }

    [Fact]
    public async Task What_waits_is_written_before_the_portal_stops()
    {
        await using var bench = await CallBench.OpenAsync();
        var waiting = Enumerable.Range(0, 3000).Select(i => bench.Writer.WriteAsync(new Row(i))).ToList();
        await bench.Writer.StopAsync(default);
        Assert.All(waiting, w => Assert.True(w.IsCompletedSuccessfully));
        Assert.Equal(3000, await CountAsync(bench));
        Assert.False(await bench.Writer.WriteAsync(new Row(3001)));
    }

    private static async Task<int> CountAsync(CallBench bench)
    {
        await using var db = bench.Database.OpenUnrestricted();
        return await db.CallStages.CountAsync();
    }

    /// <summary>A row of its own; a bad one breaks a rule of the database.</summary>
    private sealed class Row(int number, bool bad = false) : IWriteItem
    {
        public bool Bad => bad;

        public int Told { get; private set; }

        public Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel) => Task.CompletedTask;

        public void Apply(OpbxDbContext db) => db.CallStages.Add(new CallStage {
            Id = StableId.Create("row", number.ToString(CultureInfo.InvariantCulture)),
            Number = number,
            Trace = "[]",
            Cxml = bad ? null! : "",
        });

        public void Committed() => Told++;
    }
}
