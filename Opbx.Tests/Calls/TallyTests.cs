using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Screening;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Calls;

/// <summary>What is drawn from calls and kept over restarts: positions of groups, last answers, hits of blocked callers.</summary>
public sealed class TallyTests
{
    [Fact]
    public async Task Calls_at_the_same_time_get_different_places_and_none_twice_after_a_restart()
    {
        await using var bench = await CallBench.OpenAsync();
        var places = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => bench.Positions.Next(Histories.Pbx, "Billing"))));
        Assert.Equal(Enumerable.Range(0, 50), places.Order());
        await bench.Writer.StopAsync(default);
        var later = new GroupPositions(bench.Database, bench.Writer, bench.Configuration);
        await later.StartAsync(default);
        Assert.Equal(50, later.Next(Histories.Pbx, "Billing"));
        Assert.Equal(0, later.Next(Histories.Pbx, "Sales"));
    }

    [Fact]
    public async Task Looking_moves_nothing()
    {
        await using var bench = await CallBench.OpenAsync();
        var lines = new LiveLines(bench.Board, new PickedUpCalls(TimeProvider.System), bench.Positions, bench.Answers);
        Assert.Equal((0, 0), (lines.Still(Histories.Pbx).NextStart("Billing"), lines.Still(Histories.Pbx).NextStart("Billing")));
        Assert.Equal((0, 1), (lines.For(Histories.Pbx).NextStart("Billing"), lines.For(Histories.Pbx).NextStart("Billing")));
        Assert.Equal(2, lines.Still(Histories.Pbx).NextStart("Billing"));
    }

    [Fact]
    public async Task Who_answered_is_remembered_also_after_a_restart()
    {
        await using var bench = await CallBench.OpenAsync();
        await RecordAsync(bench, 1, "a", Histories.Rings("1001"));
        Assert.Null(bench.Answers.For(Histories.Pbx, "1001"));
        await RecordAsync(bench, 2, "a", new RingEnded(RingResult.Answered, "1001"));
        await RecordAsync(bench, 3, "b", Histories.Rings("1002"));
        await RecordAsync(bench, 4, "b", new RingEnded(RingResult.Answered, "1002"));
        Assert.True(bench.Answers.For(Histories.Pbx, "1001") < bench.Answers.For(Histories.Pbx, "1002"));
        await bench.Writer.StopAsync(default);
        var later = new LastAnswers(bench.Database, bench.Writer, bench.Configuration, bench.Plans);
        await later.StartAsync(default);
        Assert.Equal(Histories.Start.AddSeconds(2), later.For(Histories.Pbx, "1001"));
        Assert.Null(later.For(Histories.Pbx, "1003"));
    }

    [Fact]
    public async Task Later_news_of_an_answered_call_and_outside_numbers_change_nothing()
    {
        await using var bench = await CallBench.OpenAsync();
        await RecordAsync(bench, 1, "a", Histories.Rings("1001"));
        await RecordAsync(bench, 2, "a", new RingEnded(RingResult.Answered, "1001"));
        await RecordAsync(bench, 9, "a", new Spoken());
        Assert.Equal(Histories.Start.AddSeconds(2), bench.Answers.For(Histories.Pbx, "1001"));
        await RecordAsync(bench, 3, "b", new RingStarted([], ["+13105550199"], null));
        await RecordAsync(bench, 4, "b", new RingEnded(RingResult.Answered, "+13105550199"));
        Assert.Null(bench.Answers.For(Histories.Pbx, "+13105550199"));
    }

    [Fact]
    public async Task Each_blocked_call_counts_once_however_often_it_is_asked_for()
    {
        await using var bench = await CallBench.OpenAsync();
        for (var i = 0; i < 3; i++) await RecordAsync(bench, 1, "same", new CallerBlocked("+1900"));
        await RecordAsync(bench, 5, "other", new CallerBlocked("+1900"));
        await RecordAsync(bench, 3, "third", new CallerBlocked("+1800"));
        var last = new HitCount(2, Histories.Start.AddSeconds(5));
        Assert.Equal(last, bench.Hits.For(Histories.Pbx)["+1900"]);
        await bench.Writer.StopAsync(default);
        var later = new BlockedHits(bench.Database, bench.Writer);
        await later.StartAsync(default);
        Assert.Equal(last, later.For(Histories.Pbx)["+1900"]);
        Assert.Equal(1, later.For(Histories.Pbx)["+1800"].Count);
        Assert.Empty(later.For(Guid.NewGuid()));
    }

    private static async Task RecordAsync(CallBench bench, int second, string token, RoutingEvent routed) =>
        Assert.True(await bench.Inbox.RecordAsync(Histories.Stage(second, routed).Stage! with { Token = token.PadRight(32, '0') }));
}
