using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Log;
using Opbx.Core.Permissions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Calls;

/// <summary>Messages and answered requests on their way into the database.</summary>
public sealed class InboxTests
{
    private static readonly DateTimeOffset Now =
        DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    private static readonly Actor Owner = new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Api);

    [Fact]
    public async Task The_same_record_a_hundred_times_at_once_is_one_call_told_once()
    {
        await using var bench = await CallBench.OpenAsync();
        var receipts =
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bench.SendAsync(CallEventSource.Cdr, Cdr(Histories.Token, 60))));
        Assert.All(receipts, r => Assert.Equal(Receipt.Stored, r));
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal((1, 1), (await db.Calls.CountAsync(), await db.CallEvents.CountAsync()));
        Assert.Single(bench.Outbox.Kept, "ended");
    }

    [Fact]
    public async Task A_changed_record_of_the_same_call_is_kept_beside_the_first()
    {
        await using var bench = await CallBench.OpenAsync();
        await bench.SendAsync(CallEventSource.Cdr, Cdr(Histories.Token, 60));
        await bench.SendAsync(CallEventSource.Cdr, Cdr(Histories.Token, 61));
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal((1, 2), (await db.Calls.CountAsync(), await db.CallEvents.CountAsync()));
        Assert.Equal(61, (await bench.CallAsync()).Duration);
    }

    [Fact]
    public async Task The_journal_keeps_the_very_document_that_was_sent()
    {
        await using var bench = await CallBench.OpenAsync();
        var stage = Histories.Stage(1, new Spoken()).Stage!
            with {
            Cxml = "<Response><Say>\u00a7 \"quoted\"</Say></Response>",
            Trace = [new TraceStep("speak", new TraceNode("ivr", "Main"), "code", "Because.")]
        };
        Assert.True(await bench.Inbox.RecordAsync(stage));
        Assert.True(await bench.Inbox.RecordAsync(stage));
        await bench.SendAsync(CallEventSource.Cdr, Cdr(Histories.Token, 60));
        var detail = (await bench.Directory.GetAsync(Owner, Histories.Pbx, Histories.Token, default)).Value!;
        var only = Assert.Single(detail.Stages);
        Assert.Equal((stage.Cxml, "Because."), (only.Cxml, only.Steps[0].Reason));
        Assert.Contains("billsec", detail.Record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_pages_by_place_and_finds_numbers()
    {
        await using var bench = await CallBench.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 25)
            .Select(i => bench.SendAsync(CallEventSource.Cdr, Cdr($"{i:D32}", i / 2, from: i % 5 == 0 ? "+12025551005" : "anonymous"))));
        var seen = new List<string>();
        for (CallCursor? place = null; ;)
        {
            var page = (await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery { Limit = 4, Cursor = place }, default)).Value!;
            seen.AddRange(page.Items.Select(c => c.Token));
            if ((place = page.Next) is null) break;
            Assert.Equal(place, CallCursor.Parse(place.ToString()));
        }
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(25, seen.Count);
        foreach (var number in new[] { "+12025551005", "+1202555", "555100", "1005" })
            Assert.Equal(5,
                (await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery { Number = number }, default)).Value!.Items.Count);
        Assert.Equal(20,
            (await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery { Number = "anonym" }, default)).Value!.Items.Count);
        Assert.Empty((await bench.Directory.ListAsync(Owner, Histories.Pbx, new CallQuery { Number = "+12025559" }, default)).Value!.Items);
    }

    [Fact]
    public async Task A_user_sees_the_own_calls_and_another_organization_none()
    {
        await using var bench = await CallBench.OpenAsync();
        await bench.Inbox.RecordAsync(Histories.Stage(1, Histories.Rings("1001")).Stage! with { At = Now });
        Task<int> SeenBy(Actor actor) => CountAsync(bench, actor);
        Assert.Equal(1, await SeenBy(Owner with { Role = Role.User, Own = new(Histories.Pbx, "1001") }));
        Assert.Equal(0, await SeenBy(Owner with { Role = Role.User, Own = new(Histories.Pbx, "100") }));
        Assert.Equal(0, await SeenBy(Owner with { Role = Role.User }));
        Assert.False((
            await bench.Directory.ListAsync(Owner with { OrganizationId = Guid.NewGuid() }, Histories.Pbx, new CallQuery(), default)).Ok);
        Assert.Single(bench.Directory.Live(Owner, Histories.Pbx).Value!);
        Assert.Empty(bench.Directory.Live(Owner with { Role = Role.User, Own = new(Histories.Pbx, "1002") }, Histories.Pbx).Value!);
    }

    [Fact]
    public async Task Live_calls_are_known_again_after_a_restart()
    {
        await using var bench = await CallBench.OpenAsync();
        await bench.Inbox.RecordAsync(Histories.Stage(1, Opbx.Core.Routing.CallDirection.Internal, Histories.Rings("1002")).Stage!
            with { At = Now });
        await using var again =
            new Opbx.Core.Calls.Live.LiveCallTracker(bench.Database, TimeProvider.System,
                Microsoft.Extensions.Logging.Abstractions.NullLogger<Opbx.Core.Calls.Live.LiveCallTracker>.Instance);
        await again.StartAsync(default);
        Assert.Equal(bench.Board.For(Histories.Pbx), again.For(Histories.Pbx));
        Assert.Equal(["1001"], again.Busy(Histories.Pbx));
        await bench.SendAsync(CallEventSource.Cdr, Cdr(Histories.Token, 60));
        Assert.Empty(bench.Board.For(Histories.Pbx));
        Assert.Empty(bench.Board.Busy(Histories.Pbx));
    }

    /// <summary>The column holds 120 characters, and PostgreSQL refuses more.</summary>
    [Fact]
    public async Task Long_names_of_messages_are_kept_short_and_still_tell_messages_apart()
    {
        await using var bench = await CallBench.OpenAsync();
        var (id, sid) = (new string('7', 100), new string('r', 118));
        foreach (var eventId in new[] { "a", "b", "a" })
            Assert.Equal(Receipt.Stored,
                await bench.SendAsync(CallEventSource.Session,
                    new { id, eventId = new string('e', 90) + eventId, token = Histories.Token, status = "ringing" }));
        foreach (var state in new[] { "in-progress", "completed", "completed" })
            Assert.Equal(Receipt.Stored,
                await bench.SendAsync(CallEventSource.Recording,
                    new { session = Histories.Token, recordingSid = sid, recordingStatus = state }));
        await using var db = bench.Database.OpenUnrestricted();
        var names = await db.CallEvents.Select(e => e.Discriminator).ToListAsync();
        Assert.Equal(4, names.Distinct().Count());
        Assert.Equal(4, names.Count);
        Assert.All(names, n => Assert.InRange(n.Length, 1, CallEvent.DiscriminatorLength));
    }

    private static async Task<int> CountAsync(CallBench bench, Actor actor) =>
        (await bench.Directory.ListAsync(actor, Histories.Pbx, new CallQuery(), default)).Value!.Items.Count;

    private static object Cdr(string token, int duration, string from = "+12025550143") => new {
        timestamp = Histories.Start.AddSeconds(duration).ToUnixTimeSeconds(),
        session = new {
            token, callStartTime = Histories.Start.AddMinutes(duration)
            .ToUnixTimeMilliseconds(), callAnswerTime = 0, callEndTime = Histories.Start.AddHours(2).ToUnixTimeMilliseconds()
        },
        from,
        to = "+12125550101",
        disposition = "NOANSWER",
        duration,
        billsec = 0,
    };
}
