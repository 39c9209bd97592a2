using System.Diagnostics;
using Opbx.Core.Calls;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Calls;

/// <summary>What one transaction for all that wait is worth, against one each. Run it by hand; the machine decides the figures, the ratio
/// counts.</summary>
public sealed class WriterSpeedTests(ITestOutputHelper output)
{
    private const int Items = 3000;
    private const int Senders = 32;

    [Fact(Explicit = true)]
    public async Task Group_commit_stores_several_times_more_than_one_commit_per_item()
    {
        var ratios = new List<double>();
        for (var pair = 0; pair < 5; pair++)
        {
            var single = await RateAsync(Items / 5, async (bench, i) =>
            {
                await using var db = bench.Database.OpenUnrestricted();
                new Row(i).Apply(db);
                await db.SaveChangesAsync();
            });
            var grouped = await RateAsync(Items, async (bench, i) => Assert.True(await bench.Writer.WriteAsync(new Row(i))));
            var events = await RateAsync(
                Items, async (bench, i) =>
                    Assert.Equal(Opbx.Core.Calls.Ingest.Receipt.Stored,
                        await bench.SendAsync(CallEventSource.Session,
                            new {
                                token = $"call-{i / 10}", eventId = $"e{i}", id = 1, status = "ringing",
                                modifiedAt = Histories.Start.AddSeconds(i)
                            })));
            ratios.Add(grouped / single);
            output.WriteLine(
                $"one commit each {single:N0}/s, group commit {grouped:N0}/s, ratio {grouped / single:N1}; session updates with their " +
                    $"calls {events:N0}/s");
        }
        Assert.True(ratios.Order().ElementAt(2) > 2, string.Join(" ", ratios));
    }

    private static async Task<double> RateAsync(int count, Func<CallBench, int, Task> write)
    {
        await using var bench = await CallBench.OpenAsync();
        await write(bench, -1);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (i, _) => await write(bench, i));
        return count / watch.Elapsed.TotalSeconds;
    }

    private sealed class Row(int number) : IWriteItem
    {
        public Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel) => Task.CompletedTask;

        public void Apply(OpbxDbContext db) =>
            db.CallStages.Add(
                new CallStage { Id = StableId.Create("row", $"{number}"), Number = number, Trace = "[]", Cxml = "<Response/>" });

        public void Committed()
        {
        }
    }
}
